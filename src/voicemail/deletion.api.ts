import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { JobSender } from '../platform/jobs.ts';
import type { Secrets } from '../platform/secrets.ts';
import { deleteVoicemail } from './delete-voicemail.ts';
import { eraseVoicemail } from './erase-voicemail.ts';
import { restoreVoicemail } from './restore-voicemail.ts';
import { voicemailViewSchema } from './rules/voicemail-views.ts';
import { showVoicemail } from './show-voicemails.ts';

type Dependencies = { database: Database; clock: Clock; secrets: Secrets; send: JobSender };

const tags = ['Voicemail'];
const params = z.object({ voicemailId: z.uuid() });
const query = z
  .object({ forGood: z.literal('true').optional().describe('at once, here and at the carrier: no way back') })
  .meta({ examples: [{ forGood: 'true' }] });

/** Deleting messages, and taking them back. */
export const deletionApi =
  ({ database, clock, secrets, send }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.delete(
      '/voicemails/:voicemailId',
      {
        schema: {
          tags,
          summary: 'Delete a voicemail',
          description: 'It can be restored for a day. Then recording and text are removed for good.',
          params,
          querystring: query,
          response: { 204: z.null().describe('deleted') },
        },
      },
      async ({ member, params: { voicemailId }, query: { forGood } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const deleted = await inClinic(database, member.clinicId, (trx) =>
          forGood === undefined
            ? deleteVoicemail(trx, voicemailId, by)
            : eraseVoicemail(trx, voicemailId, { ...by, action: 'voicemail.erased' }, send),
        );
        if (!deleted) throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/voicemails/:voicemailId/restore',
      {
        schema: {
          tags,
          summary: 'Take a deleted voicemail back',
          description: 'Possible until `keptUntil`. One that is not deleted stays as it is.',
          params,
          response: { 200: voicemailViewSchema },
        },
      },
      async ({ member, params: { voicemailId } }) => {
        const now = clock.now();
        const view = await inClinic(database, member.clinicId, async (trx) => {
          await restoreVoicemail(trx, voicemailId, { userId: member.userId, at: now });
          return showVoicemail(trx, voicemailId, { secrets, now });
        });
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
  };
