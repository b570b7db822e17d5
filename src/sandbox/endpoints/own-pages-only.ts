import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests that a foreign web page may have caused: another Origin, a Host that is not this server's
 * (a name somebody bound to this address), and writes in a content type that forms can send.
 */
export function ownPagesOnly(app: FastifyInstance, options: { readonly exposed: boolean }): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(refusal(request, options.exposed) ?? undefined);
  });
}

export function refusal(request: FastifyRequest, exposed: boolean): ApiError | null {
  const host = URL.parse(`http://${request.headers.host ?? ''}`);
  if (!host || (!exposed && !LOOPBACK.has(host.hostname))) {
    return new ApiError('forbidden', 'The Host of the request is not this server.');
  }
  const { origin } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== request.headers.host) {
    return new ApiError('forbidden', 'Requests from other web pages are refused.');
  }
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const writes = !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(request.method);
  if (writes && type !== 'application/json' && type !== 'audio/wav') {
    return new ApiError('wrong-content-type', 'Send application/json.');
  }
  return null;
}
