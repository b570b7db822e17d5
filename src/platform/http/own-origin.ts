import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser sent this from one of our own pages. Other ports of the same host are foreign,
 * although they share its cookies: the sandbox's telephones stand on one.
 */
const isOwnOrigin = (headers: IncomingHttpHeaders, publicUrl: string): boolean => {
  const { origin, host } = headers;
  if (origin !== undefined) {
    if (origin === new URL(publicUrl).origin) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
};

/** A foreign page can add no bearer token. A name and password it can, by an address that holds them. */
const hasToken = (authorization: string | undefined): boolean => /^bearer /i.test(authorization ?? '');

/**
 * Refuses requests that change something and come from a foreign page. A bearer token is proof enough. Programs send no
 * origin; without a cookie nobody can have tricked them.
 */
export const refuseForeignOrigins = (server: FastifyInstance, publicUrl: string): void => {
  server.addHook('onRequest', async ({ method, headers }) => {
    if (reading.has(method) || hasToken(headers.authorization)) return;
    if (headers.cookie === undefined && headers.origin === undefined) return;
    if (!isOwnOrigin(headers, publicUrl)) throw new Problem('foreign-origin');
  });
};
