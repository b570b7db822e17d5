import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Secrets } from '../platform/secrets.ts';
import { changeVoicemail } from './change-voicemail.ts';
import { playVoicemail } from './play-voicemail.ts';
import { readByteRange } from './rules/byte-range.ts';
import { readCursor } from './rules/voicemail-cursor.ts';
import { voicemailScopeSchema, voicemailStatusSchema, voicemailViewSchema } from './rules/voicemail-views.ts';
import { listVoicemails, showVoicemail } from './show-voicemails.ts';

type Dependencies = { database: Database; clock: Clock; secrets: Secrets };

const tags = ['Voicemail'];
const params = z.object({ voicemailId: z.uuid() });
const query = z.object({
  status: voicemailScopeSchema
    .optional()
    .describe('`open`: new or heard, not done; `deleted`: can still be restored'),
  departmentId: z.uuid().optional(),
  assignedTo: z
    .union([z.uuid(), z.literal('nobody')])
    .optional()
    .describe('a staff member, or `nobody`'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional().describe('`next` of the page before'),
});
const page = z.object({
  items: z.array(voicemailViewSchema),
  nextCursor: z.string().nullable(),
  newCount: z.number().int().describe('all that nobody has listened to, whatever the filter'),
});
const change = z
  .object({ status: voicemailStatusSchema.optional(), assignedTo: z.uuid().nullable().optional() })
  .refine(({ status, assignedTo }) => status !== undefined || assignedTo !== undefined, {
    error: 'status or assignedTo is needed',
  })
  .meta({ examples: [{ status: 'done' }, { assignedTo: '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3' }] });

const cursorOf = (text: string | undefined) => {
  const cursor = text === undefined ? null : readCursor(text);
  if (text !== undefined && cursor === null) throw new Problem('invalid', 'cursor: not one of this list');
  return cursor;
};

const readingRoutes =
  ({ database, clock, secrets }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/voicemails',
      {
        schema: {
          tags,
          summary: 'Voicemails, newest first',
          description: 'Deleted ones stand in no list but their own, for a day.',
          querystring: query.meta({ examples: [{ status: 'open', assignedTo: 'nobody', limit: 50 }] }),
          response: { 200: page },
        },
      },
      async ({ member, query: { status, departmentId, assignedTo, limit, cursor } }) => {
        const whose = assignedTo === 'nobody' ? null : assignedTo;
        const filter = { status, departmentId, assignedTo: whose, limit, after: cursorOf(cursor) };
        return inClinic(database, member.clinicId, (trx) =>
          listVoicemails(trx, filter, { secrets, now: clock.now() }),
        );
      },
    );

    app.get(
      '/voicemails/:voicemailId',
      { schema: { tags, summary: 'One voicemail', params, response: { 200: voicemailViewSchema } } },
      async ({ member, params: { voicemailId } }) => {
        const view = await inClinic(database, member.clinicId, (trx) =>
          showVoicemail(trx, voicemailId, { secrets, now: clock.now() }),
        );
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
  };

const changingRoutes =
  ({ database, clock, secrets }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.patch(
      '/voicemails/:voicemailId',
      {
        schema: {
          tags,
          summary: 'Mark a voicemail, or give it to somebody',
          params,
          body: change,
          response: { 200: voicemailViewSchema },
        },
      },
      async ({ member, params: { voicemailId }, body }) => {
        const now = clock.now();
        const view = await inClinic(database, member.clinicId, async (trx) => {
          const by = { userId: member.userId, at: now };
          const outcome = await changeVoicemail(trx, voicemailId, body, by);
          if (outcome === 'no-such-staff') throw new Problem('invalid', 'assignedTo: no such staff member');
          return outcome === 'done' ? showVoicemail(trx, voicemailId, { secrets, now }) : null;
        });
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
  };

const audioRoute =
  ({ database, clock, secrets }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/voicemails/:voicemailId/audio',
      {
        schema: {
          tags,
          summary: 'The recording as a WAV file; takes byte ranges',
          description: 'Marks nothing, but is recorded as listened to.',
          params,
          produces: ['audio/wav'],
        },
      },
      async ({ member, params: { voicemailId }, headers }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const audio = await inClinic(database, member.clinicId, (trx) =>
          playVoicemail(trx, voicemailId, secrets, by),
        );
        if (audio === null) throw new Problem('not-found');
        const range = readByteRange(headers.range, audio.length);
        reply.headers({ 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' });
        if (range === 'unsatisfiable')
          return reply.code(416).header('content-range', `bytes */${audio.length}`).send();
        reply.type('audio/wav');
        if (range === null) return reply.send(Buffer.from(audio));
        return reply
          .code(206)
          .header('content-range', `bytes ${range.start}-${range.end}/${audio.length}`)
          .send(Buffer.from(audio.subarray(range.start, range.end + 1)));
      },
    );
  };

/** `/voicemails` of one clinic: list, listen, mark, assign. */
export const voicemailApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
    await app.register(audioRoute(deps));
  };
