import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Secrets } from '../platform/secrets.ts';
import { correctTranscript } from './correct-transcript.ts';
import { voicemailViewSchema } from './rules/voicemail-views.ts';
import { showVoicemail } from './show-voicemails.ts';

type Dependencies = { database: Database; clock: Clock; secrets: Secrets };

const correction = z
  .object({
    text: z.string().trim().min(1).max(10_000).nullable().describe('null: the original again'),
    over: z.iso
      .datetime()
      .nullable()
      .describe('`correction.at` of the text that was read; null when nobody had corrected it'),
  })
  .meta({ examples: [{ text: 'Please call me back about my invoice.', over: null }] });

/** The words of a message. */
export const transcriptApi =
  ({ database, clock, secrets }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/voicemails/:voicemailId/transcript',
      {
        schema: {
          tags: ['Voicemail'],
          summary: 'Correct the transcript of a voicemail',
          description:
            'The original is kept beside the correction, sealed like it. Answers `conflict` when somebody else ' +
            'corrected the text after it was read.',
          params: z.object({ voicemailId: z.uuid() }),
          body: correction,
          response: { 200: voicemailViewSchema },
        },
      },
      async ({ member, params: { voicemailId }, body: { text, over } }) => {
        const now = clock.now();
        return inClinic(database, member.clinicId, async (trx) => {
          const wanted = { text, over: over === null ? null : Temporal.Instant.from(over) };
          const by = { secrets, userId: member.userId, at: now };
          const outcome = await correctTranscript(trx, voicemailId, wanted, by);
          if (outcome === 'changed-meanwhile') throw new Problem('conflict');
          const view = await showVoicemail(trx, voicemailId, { secrets, now });
          if (outcome === 'no-such-voicemail' || view === null) throw new Problem('not-found');
          return view;
        });
      },
    );
  };
