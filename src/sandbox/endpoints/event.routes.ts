import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parse } from './api-error.ts';
import type { EventFeed, FeedItem } from './event-feed.ts';

const reading = z.object({
  /** The `next` of the answer before; without it, everything still kept. */
  after: z.coerce.number().int().min(0).default(0),
  /** Seconds to wait for something to happen. */
  wait: z.coerce.number().min(0).max(60).default(0),
});

const HEARTBEAT_MS = 15_000;

/** What happened: by long poll, or as an event stream for those who ask for one. */
export function eventRoutes(app: FastifyInstance, feed: EventFeed, closing: AbortSignal): void {
  app.get('/events', (request, reply) => answer(request, reply, null));
  app.get<{ Params: { number: string } }>('/handsets/:number/events', (request, reply) =>
    answer(request, reply, request.params.number),
  );
  app.get<{ Params: { identity: string } }>('/clients/:identity/events', (request, reply) =>
    answer(request, reply, `client:${request.params.identity}`),
  );

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    address: string | null,
  ): Promise<unknown> {
    const { after, wait } = parse(reading, request.query);
    if (request.headers.accept?.includes('text/event-stream')) return stream(request, reply, address, after);
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([closing, gone.signal, AbortSignal.timeout(Math.ceil(wait * 1000))]);
    const items = wait > 0 ? await feed.wait(after, address, signal) : feed.after(after, address);
    return { events: items.map((item) => flat(item, address)), next: Math.max(after, feed.last) };
  }

  function stream(request: FastifyRequest, reply: FastifyReply, address: string | null, after: number): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const resume = Number(request.headers['last-event-id'] ?? after);
    const write = (item: FeedItem) =>
      raw.write(`id: ${item.seq}\ndata: ${JSON.stringify(flat(item, address))}\n\n`);
    for (const item of feed.after(resume, address)) write(item);
    const unsubscribe = feed.subscribe((item) => {
      if (address === null || item.address === address) write(item);
    });
    // Keeps proxies from taking the silence for the end.
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    const end = () => raw.end();
    closing.addEventListener('abort', end, { once: true });
    raw.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      closing.removeEventListener('abort', end);
    });
  }
}

/** An item as one flat object; the address only where the reader did not ask for one. */
function flat({ seq, at, address, event }: FeedItem, asked: string | null): object {
  return asked === null ? { seq, at, address, ...event } : { seq, at, ...event };
}
