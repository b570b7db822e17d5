import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { openScope } from './route-list.ts';

/**
 * Serves the files of a small site of its own, for people who have no account. Its page is sent by pageSender.
 * @param prefix where its files are, with a slash at the end
 */
export const publicFiles =
  (folder: string, prefix: string): FastifyPluginAsync =>
  async (scope) => {
    openScope(scope, 'Scripts and styles hold no data.');
    // A worker reaches only what is below its own address.
    const worker = await readFile(path.join(folder, 'push-worker.js'), 'utf8').catch(() => null);
    if (worker !== null)
      scope.get(`${path.dirname(prefix)}/push-worker.js`, { schema: { hide: true } }, (_request, reply) =>
        reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
      );
    await scope.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      prefix,
      decorateReply: false,
      schemaHide: true,
      preCompressed: true,
      index: false,
      setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
    });
  };
