import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { pageSender } from './page-sender.ts';
import { openScope } from './route-list.ts';

/**
 * Serves a small site of its own for people who have no account: one page at `address`, its files below `assets`.
 * @param prefix where its files are, with a slash at the end
 */
export const publicSite =
  (folder: string, { prefix, address }: { prefix: string; address: string }): FastifyPluginAsync =>
  async (scope) => {
    openScope(scope, 'The page itself holds no data; what it shows depends on the link that opened it.');
    const sendPage = pageSender(folder);
    await scope.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      prefix,
      decorateReply: false,
      schemaHide: true,
      preCompressed: true,
      index: false,
      setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
    });
    scope.get(address, { schema: { hide: true } }, (_request, reply) => sendPage(reply));
  };
