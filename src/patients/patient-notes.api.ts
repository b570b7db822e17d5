import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addNote, changeNote, removeNote } from './note-on-patient.ts';
import { noteViewSchema } from './rules/patient-views.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Patients'];
const params = z.object({ patientId: z.uuid() });
const noteParams = params.extend({ noteId: z.uuid() });
const body = z.string().trim().min(1).max(4000);
const newNote = z
  .object({ body, pinned: z.boolean().default(false) })
  .meta({ examples: [{ body: 'Prefers calls after 5 pm.', pinned: true }] });
const noteChange = z
  .object({ body: body.optional(), pinned: z.boolean().optional() })
  .meta({ examples: [{ pinned: false }] });

const refuse = (why: 'not-there' | 'not-own'): never => {
  throw why === 'not-own'
    ? new Problem('forbidden', 'Only who wrote a note changes or deletes it.')
    : new Problem('not-found');
};

/** Notes on a person: add, change one's own, pin, delete. They are read on the timeline. */
export const patientNotesApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/patients/:patientId/notes',
      { schema: { tags, summary: 'Write a note', params, body: newNote, response: { 201: noteViewSchema } } },
      async ({ member, params: { patientId }, body: note }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const added = await inClinic(database, member.clinicId, (trx) => addNote(trx, patientId, note, by));
        return added.ok ? reply.code(201).send(added.note) : refuse(added.why);
      },
    );

    app.patch(
      '/patients/:patientId/notes/:noteId',
      {
        schema: {
          tags,
          summary: 'Change one’s own note, or pin anybody’s',
          params: noteParams,
          body: noteChange,
          response: { 200: noteViewSchema },
        },
      },
      async ({ member, params: { patientId, noteId }, body: change }) => {
        const by = { userId: member.userId, at: clock.now() };
        const changed = await inClinic(database, member.clinicId, (trx) =>
          changeNote(trx, patientId, noteId, change, by),
        );
        return changed.ok ? changed.note : refuse(changed.why);
      },
    );

    app.delete(
      '/patients/:patientId/notes/:noteId',
      {
        schema: {
          tags,
          summary: 'Delete one’s own note',
          params: noteParams,
          response: { 204: z.null().describe('deleted') },
        },
      },
      async ({ member, params: { patientId, noteId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const removed = await inClinic(database, member.clinicId, (trx) =>
          removeNote(trx, patientId, noteId, by),
        );
        return removed.ok ? reply.code(204).send(null) : refuse(removed.why);
      },
    );
  };
