import type { FastifyReply, FastifyRequest } from 'fastify';
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

/** @param base the address that the path of the request is added to */
export const webRequest = (request: FastifyRequest, base: string): Request =>
  new Request(new URL(request.url, base), {
    method: request.method,
    headers: webHeaders(request),
    ...(request.body === undefined || request.body === null ? {} : { body: JSON.stringify(request.body) }),
  });

export const sendWebResponse = async (reply: FastifyReply, response: Response): Promise<FastifyReply> => {
  reply.code(response.status);
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(response.body === null ? null : await response.text());
};
