import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { todaysAppointments } from '../appointments/todays-appointments.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { listStaff } from '../staff/list-staff.ts';
import { selectCalls } from './call-log.store.ts';
import { listLiveCalls } from './list-live-calls.ts';
import { callListItemSchema, callStorySchema } from './rules/call-views.ts';
import { callSearchSchema, readTypedSearch } from './rules/call-search.ts';
import { readCallCursor, writeCallCursor, type CallCursor } from './rules/call-cursor.ts';
import { nowSchema } from './rules/now-view.ts';
import { noteOpened } from './note-opened.ts';
import { listItemOf, tellCallStory } from './tell-call-story.ts';

type Dependencies = { database: Database; clock: Clock };

const clinicPath = z.object({ clinicId: z.uuid() });
const callPath = clinicPath.extend({ callId: z.uuid() });

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  ...callSearchSchema.shape,
});

const decodeCursor = (cursor: string): CallCursor => {
  const read = readCallCursor(cursor);
  if (read === null) throw new Problem('invalid', 'cursor: use the value of "next" as it is');
  return read;
};

/** Calls for the portal to read: the board, the log, one call's story. */
export const callsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/now',
      {
        schema: {
          tags: ['Calls'],
          summary: 'The board: running calls, staff, today’s appointments',
          params: clinicPath,
          response: { 200: nowSchema },
        },
      },
      async (request) => {
        const now = deps.clock.now();
        return inClinic(deps.database, request.params.clinicId, async (trx) => ({
          at: now.toString(),
          calls: await listLiveCalls(trx, now),
          staff: await listStaff(trx, now),
          appointmentsToday: (await todaysAppointments(trx, now)).map((row) => ({
            ...row,
            startsAt: row.startsAt.toString(),
            endsAt: row.endsAt.toString(),
            status: row.status as z.infer<typeof nowSchema>['appointmentsToday'][number]['status'],
          })),
        }));
      },
    );

    app.get(
      '/calls',
      {
        schema: {
          tags: ['Calls'],
          summary: 'The call log, newest first',
          params: clinicPath,
          querystring: listQuery,
          response: {
            200: z.object({ items: z.array(callListItemSchema), nextCursor: z.string().nullable() }),
          },
        },
      },
      async (request) => {
        const { limit, cursor, q = '', ...search } = request.query;
        const filter = {
          ...search,
          typed: readTypedSearch(q),
          limit: limit + 1,
          before: cursor === undefined ? null : decodeCursor(cursor),
        };
        const rows = await inClinic(deps.database, request.params.clinicId, (trx) =>
          selectCalls(trx, filter),
        );
        const items = rows.slice(0, limit).map(listItemOf);
        const last = items.at(-1);
        return { items, nextCursor: rows.length > limit && last ? writeCallCursor(last) : null };
      },
    );

    app.get(
      '/calls/:callId',
      {
        schema: {
          tags: ['Calls'],
          summary: 'One call, every step with its reason',
          params: callPath,
          response: { 200: callStorySchema },
        },
      },
      async (request) => {
        const { member, params } = request;
        const by = { userId: member.userId, now: deps.clock.now() };
        const story = await inClinic(deps.database, member.clinicId, async (trx) => {
          const told = await tellCallStory(trx, params.callId, by);
          if (told) await noteOpened(trx, params.callId, by);
          return told;
        });
        if (!story) throw new Problem('not-found');
        return story;
      },
    );
  };
