import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Exchange } from './exchange.ts';
import type { MediaEnd, MediaMessage } from './media-relay.ts';

const order = z.discriminatedUnion('t', [
  z.object({ t: z.literal('media'), number: z.string(), ready: z.boolean() }),
  z.object({
    t: z.literal('signal'),
    number: z.string(),
    bridgeId: z.string(),
    data: z.unknown(),
  }),
  z.object({ t: z.literal('ping') }),
]);

/** Connects a telephones page: it sees all that happens, and lends handsets its microphone. */
export function connectTelephones(exchange: Exchange, socket: WebSocket): void {
  const { handsets, feed, media } = exchange;
  const ends = new Map<string, MediaEnd>();
  const send = (message: object) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const unsubscribe = feed.subscribe(({ seq, at, address, event }) => {
    if (handsets.get(address)) send({ t: 'event', number: address, event: { seq, at, ...event } });
  });

  const lend = (number: string, ready: boolean) => {
    const handset = handsets.get(number);
    if (!handset) return;
    const mine = ends.get(number);
    if (ready) {
      const end = mine ?? { send: (message: MediaMessage) => send({ ...message, number }) };
      ends.set(number, end);
      if (handset.media !== end) handset.setMedia(end);
    } else {
      ends.delete(number);
      if (mine && handset.media === mine) handset.setMedia(null);
    }
  };
  // Both ends of a bridge may be telephones of this page: only the number says which of them speaks.
  const signal = (number: string, bridgeId: string, data: unknown) => {
    const end = ends.get(number);
    const callSid = end && media.callIn(bridgeId, end);
    if (callSid) media.signal(callSid, bridgeId, data);
  };

  socket.on('message', (raw: Buffer) => {
    const said = readOrder(raw.toString('utf8'));
    if (said?.t === 'media') lend(said.number, said.ready);
    if (said?.t === 'signal') signal(said.number, said.bridgeId, said.data);
    if (said?.t === 'ping') send({ t: 'pong' });
  });
  // A broken connection is followed by 'close', which is where it counts.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    unsubscribe();
    for (const [number, end] of ends) handsets.get(number)?.pageLeft(end);
  });
  send({ t: 'handsets', handsets: handsets.list().map((handset) => handset.view()) });
}

function readOrder(text: string): z.infer<typeof order> | null {
  try {
    return order.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
