import type { FastifyRequest } from 'fastify';
import { addressHeader } from './sign-in.ts';

/** Fastify's headers as the web standard's, with the client's address in a header that the client cannot set. */
export const webHeaders = (request: FastifyRequest): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === 'content-length') continue;
    for (const single of Array.isArray(value) ? value : [value]) headers.append(name, single);
  }
  headers.set(addressHeader, request.ip);
  return headers;
};
