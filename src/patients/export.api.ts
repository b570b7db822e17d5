import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { exportPatients } from './export-patients.ts';
import { patientFilterSchema } from './rules/patient-filter.ts';

type Dependencies = { database: Database; clock: Clock; log: Log };

const query = patientFilterSchema.extend({
  bom: z.enum(['true', 'false']).default('false').describe('true: with the mark by which Excel knows UTF-8'),
});

/** The list as filtered, to take along. */
export const patientExportApi =
  ({ database, clock, log }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/export.csv',
      {
        config: { needs: 'manager' },
        schema: {
          tags: ['Patients'],
          summary: 'The list as filtered, as CSV',
          description:
            'UTF-8, RFC 4180, streamed. What a spreadsheet would run as a formula is made text by an apostrophe; the import takes it off again. Recorded in the audit log.',
          querystring: query,
          produces: ['text/csv'],
        },
      },
      async ({ member, query: { bom, ...filter } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const out = new PassThrough();
        // The transaction is open as long as somebody reads; who goes away ends it.
        inClinic(database, member.clinicId, async (trx) => {
          if (bom === 'true') out.write('\u{FEFF}');
          await pipeline(Readable.from(exportPatients(trx, filter, by)), out);
        }).catch((error: { code?: string }) => {
          log.warn({ code: error.code }, 'an export ended early');
          out.destroy();
        });
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="patients.csv"')
          .header('cache-control', 'private, no-store')
          .send(out);
      },
    );
  };
