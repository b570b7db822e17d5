import type { FastifyInstance, FastifyRequest } from 'fastify';

/** More than any program needs that waits for its answers. Counted by each process. */
const perMinute = 600;

/** Counts what each API key asks. Needs the server's rate limiter. @returns whether this was too much */
export const keyLimit = (server: FastifyInstance) => {
  const keys = new WeakMap<FastifyRequest, string>();
  const count = server.createRateLimit({
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => `key ${keys.get(request)}`,
  });
  return async (request: FastifyRequest, keyId: string): Promise<boolean> => {
    keys.set(request, keyId);
    const counted = await count(request);
    return !counted.isAllowed && counted.isExceeded;
  };
};
