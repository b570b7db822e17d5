import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { MessageRecord } from '../records/message-record.ts';
import type { Store } from '../records/store.ts';
import { parse } from './api-error.ts';
import { dialledNumber } from './dialled-number.ts';
import type { Exchange } from './exchange.ts';

const at = z.object({ number: z.string().regex(/^\+[1-9]\d{6,14}$/) });
const writing = z.strictObject({ to: z.string().trim().min(1).max(64), body: z.string().min(1).max(1600) });
const latest = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) });

export type WriteMessage = (message: { from: string; to: string; body: string }) => MessageRecord;

/** Text messages as the people at the handsets write and read them. */
export function messageRoutes(
  app: FastifyInstance,
  exchange: Exchange,
  store: Store,
  write: WriteMessage,
): void {
  app.post('/handsets/:number/messages', ({ params, body }, reply) => {
    const { number } = parse(at, params);
    exchange.handsets.ensure(number);
    const { to, body: text } = parse(writing, body);
    const message = write({ from: number, to: dialledNumber(to, number), body: text });
    return reply.status(201).send({ messageSid: message.sid });
  });
  app.get('/handsets/:number/messages', ({ params, query }) => {
    const { number } = parse(at, params);
    const other = parse(z.object({ with: z.string().optional() }), query).with;
    const handset = exchange.handsets.get(number);
    if (handset) handset.unread = 0;
    return other === undefined ? store.messages.of(number) : store.messages.thread(number, other);
  });
  app.get('/messages', ({ query }) =>
    store.messages.list({}, { limit: parse(latest, query).limit, offset: 0 }),
  );
}
