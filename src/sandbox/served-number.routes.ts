import type { FastifyInstance } from 'fastify';
import type { NumberStore } from './records/number-store.ts';

/** The numbers a telephone can call: those of the account. */
export function servedNumberRoutes(app: FastifyInstance, numbers: NumberStore): void {
  app.get('/numbers', () => ({
    numbers: numbers.list({}).map(({ phoneNumber, friendlyName }) => ({ phoneNumber, friendlyName })),
  }));
}
