import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { liveTopics, type LiveTopic, type LiveUpdate, type LiveUpdates } from '../platform/live-updates.ts';

/** Event names of `GET live`. */
export type Topic = LiveTopic;

/** Proxies close streams that say nothing for a while; a comment keeps them open. */
const pingEveryMs = 15_000;
/** A browser then connects again by itself and is checked anew: a revoked account hears nothing more. */
const longestStreamMs = 15 * 60_000;

const eventOf = ({ topic, id }: LiveUpdate): string => `event: ${topic}\ndata: ${JSON.stringify({ id })}\n\n`;
/** Some updates may have been lost. The client reads everything again, as after every connect. */
const everything = liveTopics.map((topic) => eventOf({ clinicId: '', topic, id: null })).join('');

/** `GET live`: server-sent events that say what changed, never what it is now. */
export const liveApi =
  ({ liveUpdates }: { liveUpdates: LiveUpdates }): FastifyPluginAsyncZod =>
  async (app) => {
    const open = new Set<ServerResponse>();
    app.addHook('preClose', async () => {
      for (const stream of open) stream.end();
    });

    app.get(
      '/live',
      {
        exposeHeadRoute: false, // an endless answer without a body would only be endless
        schema: {
          tags: ['Live'],
          summary: `Server-sent events: ${liveTopics.join(', ')}`,
          description:
            '`event:` names what changed, `data:` is `{"id": "…" | null}`. On every connect, read again.',
          response: {
            200: {
              description: 'An endless stream.',
              content: { 'text/event-stream': { schema: z.string() } },
            },
          },
        },
        config: { stream: true },
      },
      (request, reply) => {
        reply.hijack();
        const stream = reply.raw;
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) stream.setHeader(name, value);
        }
        stream.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        stream.write('retry: 1000\n\n: hello\n\n');
        open.add(stream);
        const stop = liveUpdates.subscribe(request.member.clinicId, (update) => {
          // Whoever is out of the clinic, or signed out, hears no more: the browser asks again and is checked anew.
          if (update?.topic === 'members' && update.id === request.member.userId) return void stream.end();
          stream.write(update === null ? everything : eventOf(update));
        });
        const ping = setInterval(() => stream.write(': ping\n\n'), pingEveryMs);
        const end = setTimeout(() => stream.end(), longestStreamMs);
        stream.on('error', () => {});
        stream.once('close', () => {
          stop();
          clearInterval(ping);
          clearTimeout(end);
          open.delete(stream);
        });
      },
    );
  };
