import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { exportPerson } from './export-person.ts';

const bundle = z
  .object({
    resourceType: z.literal('Bundle'),
    type: z.literal('collection'),
    timestamp: z.iso.datetime(),
    entry: z.array(
      z.object({
        fullUrl: z.string(),
        resource: z.looseObject({ resourceType: z.string(), id: z.string() }),
      }),
    ),
  })
  .meta({
    examples: [{ resourceType: 'Bundle', type: 'collection', timestamp: '2026-11-20T15:00:00Z', entry: [] }],
  });

/** What the clinic keeps about one person, for that person. */
export const exportPersonApi =
  ({ database, clock }: { database: Database; clock: Clock }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/:patientId/fhir',
      {
        config: { needs: 'manager' },
        schema: {
          tags: ['Patients'],
          summary: 'Everything about one person, as a FHIR R4 bundle',
          description:
            'Patient, RelatedPerson, Appointment, CarePlan, Procedure, Invoice, and calls, voicemails and notes as Communication. Recordings are fetched one by one. Recorded in the audit log.',
          params: z.object({ patientId: z.uuid() }),
          response: { 200: bundle },
        },
      },
      async ({ member, params: { patientId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const written = await inClinic(database, member.clinicId, (trx) => exportPerson(trx, patientId, by));
        if (written === null) throw new Problem('not-found');
        return reply.header('cache-control', 'private, no-store').send(written);
      },
    );
  };
