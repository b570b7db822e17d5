import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { JobSender } from '../platform/jobs.ts';
import { keepApart, listDuplicates } from './list-duplicates.ts';
import { mergePatients, type OnMerges } from './merge-patients.ts';
import { duplicateReasonSchema, mergeSchema } from './rules/merge-fields.ts';
import { undoDays } from './rules/undo-period.ts';
import { patientViewSchema } from './rules/patient-views.ts';
import { showPatient } from './show-patient.ts';
import { undoMerge } from './undo-merge.ts';

type Dependencies = { database: Database; clock: Clock; send: JobSender; onMerges: OnMerges };

const tags = ['Patients'];
const params = z.object({ patientId: z.uuid() });
const pairs = z.object({
  pairs: z.array(
    z.object({ one: patientViewSchema, other: patientViewSchema, reasons: z.array(duplicateReasonSchema) }),
  ),
  waiting: z.number().int().describe('people who are still to be compared, as after a large import'),
});
export type DuplicatePage = z.infer<typeof pairs>;
const refusals = {
  'no-such-patient': () => new Problem('not-found'),
  'no-such-merge': () => new Problem('not-found'),
  same: () => new Problem('invalid', 'duplicateId: the same person'),
  'too-late': () => new Problem('conflict', `A merge can be undone for ${undoDays} days.`),
  'changed-meanwhile': () =>
    new Problem('conflict', 'The person was changed since. Nobody can tell whose change it is.'),
};

const apartRoute =
  ({ database, clock, send }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/duplicates',
      {
        schema: {
          tags,
          summary: 'Pairs that may be one person, with the reasons',
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
          response: { 200: pairs.meta({ examples: [{ pairs: [], waiting: 0 }] }) },
        },
      },
      async ({ member, query: { limit } }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, (trx) => listDuplicates(trx, limit, by, send));
      },
    );

    app.put(
      '/patients/:patientId/not-same-as/:otherId',
      {
        schema: {
          tags,
          summary: 'Remember that these are two people',
          params: params.extend({ otherId: z.uuid() }),
          response: { 204: z.null().describe('remembered') },
        },
      },
      async ({ member, params: { patientId, otherId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          keepApart(trx, [patientId, otherId], by),
        );
        if (outcome !== 'done') throw refusals[outcome]();
        return reply.code(204).send(null);
      },
    );
  };

const mergeRoutes =
  ({ database, clock, onMerges }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/patients/:patientId/merge',
      {
        schema: {
          tags,
          summary: 'Make two records one person',
          description: `Everything of the duplicate moves: numbers, family, appointments, calls, notes. It stays as a redirect. Can be undone for ${undoDays} days, unless the person is changed meanwhile: see \`mergedFrom\`.`,
          params,
          body: mergeSchema,
          response: { 200: patientViewSchema },
        },
      },
      async ({ member, params: { patientId }, body: { duplicateId, take } }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const pair = { keptId: patientId, mergedId: duplicateId };
          const outcome = await mergePatients(trx, pair, take, by, onMerges);
          if (outcome !== 'done') throw refusals[outcome]();
          return (await showPatient(trx, patientId, by))!;
        });
      },
    );

    app.post(
      '/patients/:patientId/merges/:mergeId/undo',
      {
        schema: {
          tags,
          summary: 'Take a merge apart',
          description:
            'What came since stays with the person that was kept. 409 `conflict` when it is too late.',
          params: params.extend({ mergeId: z.uuid() }),
          response: { 200: patientViewSchema },
        },
      },
      async ({ member, params: { patientId, mergeId } }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const outcome = await undoMerge(trx, patientId, mergeId, by, onMerges);
          if (outcome !== 'done') throw refusals[outcome]();
          return (await showPatient(trx, patientId, by))!;
        });
      },
    );
  };

/** Duplicates: find, keep apart, merge, undo. */
export const duplicatesApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(apartRoute(deps));
    await app.register(mergeRoutes(deps));
  };
