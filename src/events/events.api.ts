import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { listEvents } from './list-events.ts';
import {
  eventExamples,
  eventListQuerySchema,
  eventPageSchema,
  eventTable,
  setAsidePageSchema,
  setAsideQuerySchema,
} from './rules/event-views.ts';
import { listSetAside, retrySetAside } from './set-aside-events.ts';

export type EventsApiDependencies = { database: Database; clock: Clock };

const params = z.object({ clinicId: z.uuid() });
const example = {
  events: eventExamples.slice(0, 1).map(({ id, kind, occurredAt, patientId }) => ({
    id,
    kind,
    occurredAt,
    patientId,
    setAsideAt: '2026-11-20T15:14:00Z',
    tries: 5,
    reason: 'error 23514 messages_status_check',
  })),
  nextCursor: null,
};

/** Events that could not be acted upon. */
const setAsideRoutes =
  ({ database, clock }: EventsApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/set-aside-events',
      {
        schema: {
          tags: ['Events'],
          summary: 'Events that could not be acted upon',
          description:
            'What follows from an event is tried five times within a quarter of an hour; then the event is set aside, and the others go on.',
          params,
          querystring: setAsideQuerySchema,
          response: { 200: setAsidePageSchema.meta({ examples: [example] }) },
        },
      },
      async ({ member, query }) => {
        const page = await inClinic(database, member.clinicId, (trx) => listSetAside(trx, query));
        if (page === null) throw new Problem('invalid', 'cursor: not one of this list');
        return page;
      },
    );

    app.post(
      '/set-aside-events/retry',
      {
        config: { needs: 'manager' },
        schema: {
          tags: ['Events'],
          summary: 'Act upon events that were set aside',
          params,
          body: z
            .strictObject({ eventId: z.uuid().optional().describe('none: all that are set aside') })
            .meta({ examples: [{}] }),
          response: { 200: z.object({ retried: z.number().int() }).meta({ examples: [{ retried: 3 }] }) },
        },
      },
      async ({ member: { clinicId, userId }, body: { eventId } }) => {
        const by = { userId, at: clock.now() };
        const retried = await inClinic(database, clinicId, (trx) => retrySetAside(trx, eventId ?? null, by));
        if (eventId !== undefined && retried === 0) throw new Problem('not-found');
        return { retried };
      },
    );
  };

/** What has happened at the clinic. */
export const eventsApi =
  ({ database, clock }: EventsApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(setAsideRoutes({ database, clock }));
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
