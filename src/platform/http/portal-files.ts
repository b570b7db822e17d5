import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { pageSender } from './page-sender.ts';
import { sendProblem } from './problem-response.ts';
import { openScope } from './route-list.ts';

/** A browser that opens an address; scripts and API clients that ask for something missing get a problem instead. */
const wantsPage = (method: string, url: string, accept: string | undefined): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|assets)\//.test(url) &&
  (accept ?? '').includes('text/html');

/**
 * Serves the built portal. Assets carry a hash of their content in their names, so they never change;
 * every other address is the one page, which finds its way by itself.
 * @param carrierSources see pagePolicy; asked on each page, because the sandbox may move while we run
 */
export const servePortal = async (
  server: FastifyInstance,
  folder: string,
  carrierSources: () => readonly string[],
): Promise<void> => {
  const sendPage = pageSender(folder, carrierSources);
  openScope(server, 'The pages themselves hold no data; they ask the API for it.');
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    redirect: false,
    schemaHide: true,
    preCompressed: true,
    // Asked before a file is sent: the raw page would go out with its placeholders.
    allowedPath: (name) => name !== '/index.html',
    setHeaders: (reply, file) => {
      const hashed = file.startsWith(path.join(folder, 'assets') + path.sep);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply));
  server.setNotFoundHandler((request, reply) =>
    wantsPage(request.method, request.url, request.headers.accept)
      ? sendPage(reply)
      : sendProblem(reply, 'not-found'),
  );
};
