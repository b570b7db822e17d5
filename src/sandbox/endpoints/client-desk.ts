import type { RingResult } from '../calls/device.ts';
import type { Leg } from '../calls/leg.ts';
import type { Network } from '../calls/network.ts';
import { Client } from './client.ts';
import type { EventFeed } from './event-feed.ts';
import type { MediaRelay } from './media-relay.ts';

const NOT_THERE_MS = 1000;
const SIGNAL_MS = 1000;

type Surroundings = { readonly network: () => Network; readonly feed: EventFeed; readonly media: MediaRelay };

/** All identities that browsers or scripts have registered. */
export class ClientDesk {
  readonly #around: Surroundings;
  readonly #clients = new Map<string, Client>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  list(): Client[] {
    return [...this.#clients.values()].filter((client) => client.registered);
  }

  get(identity: string): Client | null {
    return this.#clients.get(identity) ?? null;
  }

  /** The client of an identity, made when it first shows itself. */
  ensure(identity: string): Client {
    const client = this.get(identity) ?? new Client(identity, this.#around);
    this.#clients.set(identity, client);
    return client;
  }

  ring(leg: Leg, identity: string, parameters: Record<string, string>): RingResult {
    const client = this.get(identity);
    if (!client?.registered) return { kind: 'refused', status: 'no-answer', afterMs: NOT_THERE_MS };
    const { onCall } = client.behaviour;
    if (onCall === 'busy') return { kind: 'refused', status: 'busy', afterMs: SIGNAL_MS };
    if (onCall === 'fail') return { kind: 'refused', status: 'failed', afterMs: SIGNAL_MS };
    client.ring(leg, parameters);
    return { kind: 'rings', device: client };
  }
}
