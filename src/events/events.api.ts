import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { listEvents } from './list-events.ts';
import { eventExamples, eventListQuerySchema, eventPageSchema, eventTable } from './rules/event-views.ts';

/** What has happened at the clinic. */
export const eventsApi =
  ({ database }: { database: Database }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/events',
      {
        schema: {
          tags: ['Events'],
          summary: 'What has happened, newest first',
          description: `Recorded with the change itself, never altered. The kinds:\n\n${eventTable}`,
          querystring: eventListQuerySchema,
          response: {
            200: eventPageSchema.meta({ examples: [{ events: eventExamples, nextCursor: null }] }),
          },
        },
      },
      async ({ member, query }) => {
        const page = await inClinic(database, member.clinicId, (trx) => listEvents(trx, query));
        if (page === null) throw new Problem('invalid', 'cursor: not one of this list');
        return page;
      },
    );
  };
