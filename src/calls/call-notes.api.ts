import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { noteTextSchema } from './rules/call-note.ts';
import { changeCallNote, writeCallNote } from './write-call-note.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Calls'];
const callPath = z.object({ clinicId: z.uuid(), callId: z.uuid() });
const notePath = callPath.extend({ noteId: z.uuid() });
const body = noteTextSchema.meta({ examples: [{ text: 'Wants the invoice by post. Call back on Monday.' }] });

/** What people write on a call. */
export const callNotesApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/calls/:callId/notes',
      {
        schema: {
          tags,
          summary: 'Write a note on a call',
          description: 'Everybody in the clinic reads it in the call’s story.',
          params: callPath,
          body,
          response: { 201: z.object({ noteId: z.string() }) },
        },
      },
      async ({ member, params, body: { text } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const written = await inClinic(database, member.clinicId, (trx) =>
          writeCallNote(trx, params.callId, text, by),
        );
        if (written === null) throw new Problem('not-found');
        return reply.code(201).send(written);
      },
    );

    app.patch(
      '/calls/:callId/notes/:noteId',
      {
        schema: {
          tags,
          summary: 'Change a note of yours',
          description: 'Only who wrote a note may change it.',
          params: notePath,
          body,
          response: { 200: z.object({ noteId: z.string() }) },
        },
      },
      async ({ member, params, body: { text } }) => {
        const by = { userId: member.userId, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          changeCallNote(trx, params, text, by),
        );
        if (outcome === 'no-such-note') throw new Problem('not-found');
        if (outcome === 'not-yours') throw new Problem('forbidden', 'Only who wrote a note may change it.');
        return { noteId: params.noteId };
      },
    );
  };
