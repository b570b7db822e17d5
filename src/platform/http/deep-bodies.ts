import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';

/** Far more than anything has that is meant. What is nested thousands deep would exhaust the stack of whoever walks it. */
const deepest = 100;

/** What JSON makes; a file that is received as bytes is none of it. */
const isContainer = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
};

const isTooDeep = (body: unknown): boolean => {
  let level = isContainer(body) ? [body] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= deepest) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
};

/** Refuses bodies before anybody reads them by recursion. */
export const refuseDeepBodies = (server: FastifyInstance): void => {
  server.addHook('preValidation', async ({ body }) => {
    if (isTooDeep(body)) throw new Problem('invalid', 'It is nested too deeply.');
  });
};
