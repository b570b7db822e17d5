import type { BadDay } from '../bad-day/bad-day.ts';
import { createCallEngine, type CallEngine, type CallEngineParts } from '../calls/engine.ts';
import { ClientDesk } from './client-desk.ts';
import { EventFeed } from './event-feed.ts';
import { HandsetDesk } from './handset-desk.ts';
import { MediaRelay } from './media-relay.ts';
import { ringWith } from './ring.ts';

/** The live half of the carrier: the calls and all the telephones and clients they connect. */
export type Exchange = {
  readonly engine: CallEngine;
  readonly handsets: HandsetDesk;
  readonly clients: ClientDesk;
  readonly media: MediaRelay;
  /** What happened at every handset and client. */
  readonly feed: EventFeed;
  readonly badDay: BadDay;
};

/** Builds the calls and the telephones together, because each needs the other. */
export function createExchange(parts: Omit<CallEngineParts, 'ring'>): Exchange {
  const { clock, store, badDay } = parts;
  const feed = new EventFeed(() => clock.now());
  const media = new MediaRelay();
  const network = () => engine.network;
  const handsets = new HandsetDesk({ network, store, feed, media, now: () => clock.now() });
  const clients = new ClientDesk({ network, feed, media });
  const ring = ringWith({ network, badDay, handsets, clients });
  const engine = createCallEngine({ ...parts, ring });
  return { engine, handsets, clients, media, feed, badDay };
}
