import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { auditFilterSchema, auditPageSchema, auditPeopleSchema } from './rules/audit-views.ts';
import { exportAudit, listAuditPeople, searchAudit } from './search-audit.ts';

type Dependencies = { database: Database; clock: Clock };

const query = auditFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional().describe('`next` of the page before'),
});
const tags = ['Audit log'];
const config = { needs: 'manager' } as const;

/** `/audit` of one clinic: who saw and changed what. Nobody can change or delete an entry. */
export const auditApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/audit',
      {
        schema: {
          tags,
          summary: 'Who saw and changed what, newest first',
          description: 'Entries are written in the transaction of the deed and can only be added.',
          querystring: query.meta({ examples: [{ kind: 'voicemail', from: '2026-11-01', limit: 50 }] }),
          response: { 200: auditPageSchema },
        },
        config,
      },
      async ({ member, query: filter }) => {
        const page = await inClinic(database, member.clinicId, (trx) =>
          searchAudit(trx, { ...filter, cursor: filter.cursor }),
        );
        if (page === 'bad-cursor') throw new Problem('invalid', 'cursor: use the value of "next" as it is');
        return page;
      },
    );

    app.get(
      '/audit/people',
      {
        schema: {
          tags,
          summary: 'Everybody who stands in the log',
          description: 'Also those who have left the clinic.',
          response: { 200: auditPeopleSchema },
        },
        config,
      },
      ({ member }) => inClinic(database, member.clinicId, listAuditPeople),
    );

    app.get(
      '/audit/export',
      {
        schema: {
          tags,
          summary: 'The log as CSV, at most 50,000 entries',
          description: 'UTF-8 with a byte order mark, for spreadsheets. The export itself is recorded.',
          querystring: auditFilterSchema,
          produces: ['text/csv'],
        },
        config: { ...config, rateLimit: { max: 10, timeWindow: 60_000 } },
      },
      async ({ member, query: filter }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const csv = await inClinic(database, member.clinicId, (trx) => exportAudit(trx, filter, by));
        reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store');
        return reply
          .header('content-disposition', 'attachment; filename="audit-log.csv"')
          .send(`\uFEFF${csv}`);
      },
    );
  };
