import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { listOptOuts } from './list-consents.ts';
import { noteAddress, noteOptOut } from './note-opt-out.ts';
import { liftOptOut } from './opt-out.ts';
import { readConsentCursor } from './rules/consent-cursor.ts';
import { channelSchema } from './rules/contact-request.ts';
import {
  exampleOptOut,
  newAddressOptOutSchema,
  newOptOutSchema,
  optOutViewSchema,
} from './rules/opt-out-view.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Consent'];
const query = z.object({
  q: z.string().trim().max(100).default('').describe('a name, a number or part of one, an e-mail address'),
  channel: channelSchema.optional().describe('call: the do-not-call list'),
  status: z.enum(['stands', 'lifted']).optional(),
  cursor: z.string().max(100).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const page = z
  .object({ items: z.array(optOutViewSchema), nextCursor: z.string().nullable() })
  .meta({ examples: [{ items: [exampleOptOut], nextCursor: null }] });
const entered = z.object({
  optOutId: z.string().describe('the one that stood already, where there was one'),
});
const lifted = z.object({ optOutId: z.string() });

const listRoute =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/consent/opt-outs',
      {
        schema: {
          tags,
          summary: 'Who wants no messages or calls, newest first',
          querystring: query,
          response: { 200: page },
        },
      },
      async ({ member, query: { q, channel, status, cursor, limit } }) => {
        const after = cursor === undefined ? null : readConsentCursor(cursor);
        if (cursor !== undefined && after === null)
          throw new Problem('invalid', 'cursor: not one of this list');
        const without = status === undefined ? undefined : status === 'lifted';
        return inClinic(database, member.clinicId, (trx) =>
          listOptOuts(trx, { q, channel, lifted: without, after, limit }, clock.now()),
        );
      },
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/patients/:patientId/opt-outs',
      {
        schema: {
          tags,
          summary: 'Record that a person wants no more of something',
          description: 'Holds at once, for whatever numbers and addresses the person has.',
          params: z.object({ patientId: z.uuid() }),
          body: newOptOutSchema.meta({ examples: [{ channel: 'call', purpose: 'marketing', note: null }] }),
          response: { 201: entered },
        },
      },
      async ({ member, params: { patientId }, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const noted = await inClinic(database, member.clinicId, (trx) =>
          noteOptOut(trx, patientId, body, by),
        );
        if (!noted.ok) throw new Problem('not-found');
        return reply.code(201).send({ optOutId: noted.optOutId });
      },
    );

    app.post(
      '/consent/opt-outs',
      {
        schema: {
          tags,
          summary: 'Put a number or address on the list, whoever has it',
          body: newAddressOptOutSchema.meta({
            examples: [
              { address: '(312) 555-0199', channel: 'call', purpose: null, note: 'Asked us to stop.' },
            ],
          }),
          response: { 201: entered },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const noted = await inClinic(database, member.clinicId, (trx) => noteAddress(trx, body, by));
        if (!noted.ok) throw new Problem('invalid', 'address: neither a number nor an e-mail address');
        return reply.code(201).send({ optOutId: noted.optOutId });
      },
    );

    app.post(
      '/consent/opt-outs/:optOutId/lift',
      {
        schema: {
          tags,
          summary: 'Take a no back, because the person said so',
          params: z.object({ optOutId: z.uuid() }),
          response: { 200: lifted },
        },
      },
      async ({ member, params: { optOutId } }) => {
        const by = { userId: member.userId, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, (trx) => liftOptOut(trx, optOutId, by));
        if (outcome === 'no-such-opt-out') throw new Problem('not-found');
        return { optOutId };
      },
    );
  };

/** Opt-outs and the do-not-call list of one clinic. */
export const optOutsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(listRoute(deps));
    await app.register(changingRoutes(deps));
  };
