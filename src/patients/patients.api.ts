import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addPatient } from './add-patient.ts';
import { changePatient } from './change-patient.ts';
import { listPatients } from './list-patients.ts';
import { followMerges } from './patient-record.store.ts';
import { recordView } from './record-view.ts';
import { newPatientSchema, patientChangeSchema } from './rules/patient-draft.ts';
import { exampleDraft, exampleItem } from './rules/patient-examples.ts';
import { patientListQuerySchema } from './rules/patient-filter.ts';
import { patientPageSchema, patientViewSchema, type PatientView } from './rules/patient-views.ts';
import { showPatient } from './show-patient.ts';

type Dependencies = { database: Database; clock: Clock };
type By = { userId: string; at: Temporal.Instant };

const tags = ['Patients'];
const params = z.object({ patientId: z.uuid() });

const shown = async (trx: ClinicTransaction, id: string, by: By): Promise<PatientView> => {
  const view = await showPatient(trx, id, by);
  if (view === null) throw new Problem('not-found');
  return view;
};

const refusals = {
  unreadable: 'invalid',
  'identifier-taken': 'conflict',
  'no-such-patient': 'not-found',
  'changed-meanwhile': 'conflict',
} as const;

/** Thrown inside the transaction, so that what was written before it is given up. */
const refuse = (refused: { why: keyof typeof refusals; fault?: string; revision?: number }): never => {
  const detail = {
    unreadable: refused.fault,
    'identifier-taken': 'identifiers: one of them belongs to somebody else',
    'no-such-patient': undefined,
    'changed-meanwhile': `revision: it is now ${refused.revision}`,
  }[refused.why];
  throw new Problem(refusals[refused.why], detail);
};

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients',
      {
        schema: {
          tags,
          summary: 'The clinic’s people: search, filter, page by page',
          description:
            'Filters narrow each other. `total` comes with the first page; above a bound it is an estimate (`exact: false`).',
          querystring: patientListQuerySchema,
          response: {
            200: patientPageSchema.meta({
              examples: [{ patients: [exampleItem], nextCursor: null, total: { count: 1, exact: true } }],
            }),
          },
        },
      },
      async ({ member, query }) => {
        const page = await inClinic(database, member.clinicId, (trx) =>
          listPatients(trx, query, clock.now()),
        );
        if (page === null) throw new Problem('invalid', 'cursor: not one of this list');
        return page;
      },
    );

    app.get(
      '/patients/:patientId',
      {
        schema: {
          tags,
          summary: 'One person, everything beside the timeline',
          description:
            'The id of a merged duplicate answers with the person it became. Recorded as seen, once in a while.',
          params,
          response: { 200: patientViewSchema },
        },
      },
      async ({ member, params: { patientId } }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const view = await shown(trx, await followMerges(trx, patientId), by);
          await recordView(trx, view.id, by);
          return view;
        });
      },
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/patients',
      {
        schema: {
          tags,
          summary: 'Add a person',
          description:
            'Numbers may be written in any way: they are read by the clinic’s country and kept as E.164. Impossible ones are refused (400 `invalid`, with the place), identifiers that somebody else has likewise (409 `conflict`).',
          body: newPatientSchema.meta({ examples: [exampleDraft] }),
          response: { 201: patientViewSchema },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const view = await inClinic(database, member.clinicId, async (trx) => {
          const added = await addPatient(trx, body, by);
          return added.ok ? shown(trx, added.id, by) : refuse(added);
        });
        return reply.code(201).send(view);
      },
    );

    app.patch(
      '/patients/:patientId',
      {
        schema: {
          tags,
          summary: 'Change a person, archive or restore them',
          description:
            'Only what is sent changes; a list replaces the list that is there. 409 `conflict` when somebody else changed the record since `revision`: read it again.',
          params,
          body: patientChangeSchema.meta({ examples: [{ revision: 3, preferredName: 'Annie' }] }),
          response: { 200: patientViewSchema },
        },
      },
      async ({ member, params: { patientId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const changed = await changePatient(trx, patientId, body, by);
          return changed.ok ? shown(trx, patientId, by) : refuse(changed);
        });
      },
    );
  };

/** `/patients` of one clinic: list, show, add, change. */
export const patientsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
