import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { relatePatients, separatePatients } from './relate-patients.ts';
import { relationSchema } from './rules/relation.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Patients'];
const params = z.object({ patientId: z.uuid(), guardianId: z.uuid() });
const tie = z
  .object({ relation: relationSchema, speaksFor: z.boolean().default(true) })
  .meta({ examples: [{ relation: 'mother', speaksFor: true }] });
const nothing = { 204: z.null().describe('done') };

/** Families: who answers for whom. `patientId` is the child, or whoever is answered for. */
export const familiesApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/patients/:patientId/guardians/:guardianId',
      {
        schema: {
          tags,
          summary: 'Say who answers for this person, or change how',
          description: 'Both are patients of the clinic. 409 `conflict` when it would make a circle.',
          params,
          body: tie,
          response: nothing,
        },
      },
      async ({ member, params: { patientId, guardianId }, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const pair = { childId: patientId, guardianId };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          relatePatients(trx, pair, body, by),
        );
        if (outcome === 'circle') throw new Problem('conflict', 'Nobody answers for who answers for them.');
        if (outcome === 'no-such-patient') throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/patients/:patientId/guardians/:guardianId',
      { schema: { tags, summary: 'They no longer answer for this person', params, response: nothing } },
      async ({ member, params: { patientId, guardianId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const pair = { childId: patientId, guardianId };
        const outcome = await inClinic(database, member.clinicId, (trx) => separatePatients(trx, pair, by));
        if (outcome === 'no-such-patient') throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };
