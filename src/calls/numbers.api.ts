import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addNumber, labelNumber, listNumbers, removeNumber } from '../clinics/change-clinic-numbers.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { CarrierError, type Carrier } from '../ports/carrier/carrier.port.ts';
import { freeNumbers } from './free-numbers.ts';

type Dependencies = {
  database: Database;
  clock: Clock;
  carrier: Carrier;
  log: Log;
  /** tells the carrier where this number's calls go */
  connect: (phoneNumber: string) => Promise<'connected' | 'unknown-number' | 'refused'>;
};

const tags = ['Numbers'];
const needs = 'manager' as const;
const e164 = z.string().regex(/^\+[1-9][0-9]{4,14}$/, 'a number such as +13125550100');
const label = z.string().trim().min(1).max(80);
const params = z.object({ phoneNumber: e164 });
const numbersSchema = z
  .object({
    items: z.array(
      z.object({
        phoneNumber: z.string(),
        label: z.string(),
        connected: z.boolean().describe('the carrier has been told where its calls go'),
      }),
    ),
  })
  .meta({ examples: [{ items: [{ phoneNumber: '+13125550100', label: 'Main line', connected: true }] }] });

/** Whether it happened is not known after a time-out; it does no harm to ask again. */
const carrierProblem = (error: unknown): unknown => {
  if (!(error instanceof CarrierError)) return error;
  return new Problem(
    error.failure === 'refused' || error.failure === 'gone' ? 'carrier-refused' : 'carrier-unreachable',
  );
};

const readingRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/numbers',
      { schema: { tags, summary: 'The clinic’s telephone numbers', response: { 200: numbersSchema } } },
      async ({ member }) => ({ items: await inClinic(deps.database, member.clinicId, listNumbers) }),
    );

    app.get(
      '/numbers/free',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Numbers of the carrier’s account that no clinic has',
          response: {
            200: z
              .object({ items: z.array(z.object({ phoneNumber: z.string(), name: z.string() })) })
              .meta({ examples: [{ items: [{ phoneNumber: '+13125550180', name: '(312) 555-0180' }] }] }),
          },
        },
      },
      async () => {
        const items = await freeNumbers(deps).catch((error: unknown) => {
          throw carrierProblem(error);
        });
        return { items };
      },
    );
  };

const addingRoute =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/numbers',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Take one of the account’s free numbers',
          description:
            'Calls to it are answered like those to any number without settings of its own. Nothing is bought.',
          body: z
            .strictObject({ phoneNumber: e164, label })
            .meta({ examples: [{ phoneNumber: '+13125550180', label: 'Second line' }] }),
          response: { 201: numbersSchema },
        },
      },
      async ({ member: { clinicId, userId }, body }, reply) => {
        const free = await freeNumbers(deps).catch((error: unknown) => {
          throw carrierProblem(error);
        });
        if (!free.some(({ phoneNumber }) => phoneNumber === body.phoneNumber))
          throw new Problem('conflict', 'The carrier’s account has no such number that is free.');
        const by = { userId, at: deps.clock.now() };
        if (!(await inClinic(deps.database, clinicId, (trx) => addNumber(trx, body, by))))
          throw new Problem('conflict', 'The carrier’s account has no such number that is free.');
        // The number is the clinic's from here on; where the carrier fails now, the next start connects it.
        await deps.connect(body.phoneNumber);
        return reply.code(201).send({ items: await inClinic(deps.database, clinicId, listNumbers) });
      },
    );
  };

const changingRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.patch(
      '/numbers/:phoneNumber',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Name a number',
          params,
          body: z.strictObject({ label }).meta({ examples: [{ label: 'Main line' }] }),
          response: { 200: numbersSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { phoneNumber }, body }) =>
        inClinic(deps.database, clinicId, async (trx) => {
          const by = { userId, at: deps.clock.now() };
          if (!(await labelNumber(trx, { phoneNumber, label: body.label }, by)))
            throw new Problem('not-found');
          return { items: await listNumbers(trx) };
        }),
    );

    app.delete(
      '/numbers/:phoneNumber',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Give a number back to the account',
          description:
            'Its own settings go with it. It stays in the carrier’s account, and calls to it reach nobody. The last number of a clinic cannot be removed (409).',
          params,
          response: { 200: numbersSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { phoneNumber } }) => {
        const by = { userId, at: deps.clock.now() };
        const outcome = await inClinic(deps.database, clinicId, (trx) => removeNumber(trx, phoneNumber, by));
        if (outcome === 'not-there') throw new Problem('not-found');
        if (outcome === 'last') throw new Problem('conflict', 'A clinic keeps at least one number.');
        await deps.carrier.disconnectNumber(phoneNumber).catch((error: unknown) => {
          if (!(error instanceof CarrierError)) throw error;
          deps.log.warn({ failure: error.failure, code: error.code }, 'a removed number is still connected');
        });
        return { items: await inClinic(deps.database, clinicId, listNumbers) };
      },
    );
  };

/** A clinic's telephone numbers. How they are answered belongs to the routing. */
export const numbersApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(addingRoute(deps));
    await app.register(changingRoutes(deps));
  };
