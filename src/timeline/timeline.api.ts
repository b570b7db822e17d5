import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { readTimelineCursor } from './rules/timeline-cursor.ts';
import { timelineKindSchema, timelinePageSchema } from './rules/timeline-view.ts';
import { tellTimeline } from './tell-timeline.ts';

const query = z.object({
  kinds: z
    .string()
    .max(200)
    .optional()
    .transform((text) => text?.split(','))
    .pipe(z.array(timelineKindSchema).min(1).max(20).optional())
    .describe('comma-separated; default: all'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional().describe('nextCursor of the page before'),
});

const example = {
  entries: [
    {
      kind: 'call',
      id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e3',
      at: '2026-11-20T15:00:00Z',
      callId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e3',
      direction: 'inbound',
      outcome: 'answered',
      number: '+13125550121',
      department: 'Billing',
      answeredBy: 'Olivia Martin',
      durationSeconds: 184,
    } as const,
  ],
  nextCursor: null,
};

/** A person's story: everything that happened, in one list. */
export const timelineApi =
  ({ database }: { database: Database }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/:patientId/timeline',
      {
        schema: {
          tags: ['Patients'],
          summary: 'A person’s story, newest first',
          description:
            'Calls, voicemails, appointments, treatments and payments, notes, tasks, consents and changes in one list, filtered by kind.',
          params: z.object({ patientId: z.uuid() }),
          querystring: query,
          response: { 200: timelinePageSchema.meta({ examples: [example] }) },
        },
      },
      async ({ member, params: { patientId }, query: { kinds, limit, cursor } }) => {
        const before = cursor === undefined ? null : readTimelineCursor(cursor);
        if (cursor !== undefined && before === null)
          throw new Problem('invalid', 'cursor: not one of this list');
        const part = { kinds: [...new Set(kinds ?? timelineKindSchema.options)], before, limit };
        const page = await inClinic(database, member.clinicId, (trx) =>
          tellTimeline(trx, patientId, part, member.userId),
        );
        if (page === null) throw new Problem('not-found');
        return page;
      },
    );
  };
