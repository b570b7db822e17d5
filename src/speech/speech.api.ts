import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { languageSchema } from '../clinics/rules/language.ts';
import { inClinic } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Secrets } from '../platform/secrets.ts';
import { renderSpeech, type SpeechDependencies } from './render-speech.ts';
import { markUsed, selectWave } from './speech-audio.store.ts';
import { speechSignatureHolds } from './speech-link.ts';

const utterance = z
  .object({
    text: z.string().trim().min(1).max(1000).describe('what callers would hear'),
    language: languageSchema,
  })
  .meta({ examples: [{ text: 'For billing, press 1.', language: 'en' }] });

/** `POST speech` of one clinic: how a text sounds on the telephone. */
export const speechApi =
  (deps: SpeechDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/speech',
      {
        schema: {
          tags: ['Speech'],
          summary: 'A text as callers hear it',
          description:
            'A WAV file (µ-law, 8 kHz) in the voice of the speech service. 204: there is no speech service for this language, the carrier’s own voice speaks; a page may use the browser’s.',
          body: utterance,
          produces: ['audio/wav'],
        },
        // Each new text costs characters of the speech service's account.
        config: { rateLimit: { max: 60, timeWindow: 60_000 } },
      },
      async (request, reply) => {
        const { text, language } = request.body;
        const rendered = await renderSpeech(deps, request.member.clinicId, { text, language });
        if (rendered.outcome === 'not-spoken') return reply.code(204).send();
        if (rendered.outcome === 'failed') throw new Problem('speech-failed', rendered.failure);
        reply.type('audio/wav').header('cache-control', 'private, max-age=3600');
        return reply.send(Buffer.from(rendered.wave));
      },
    );
  };

const addressed = z.object({ clinic: z.uuid(), key: z.string().length(64), signature: z.string().max(100) });

/** Spoken prompts for the carrier, which fetches sound without saying who it is: the address is signed. */
export const spokenPrompts =
  (deps: SpeechDependencies & { secrets: Secrets }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/twilio/voice/speech',
      {
        config: { public: 'The carrier plays it to a caller; the address is signed by us.' },
        schema: { hide: true, querystring: addressed },
      },
      async ({ query }, reply) => {
        if (!speechSignatureHolds(deps.secrets, query)) throw new Problem('bad-signature');
        const wave = await inClinic(deps.database, query.clinic, async (trx) => {
          await markUsed(trx, query.key, deps.clock.now());
          return selectWave(trx, query.key);
        });
        if (wave === null) throw new Problem('not-found');
        reply.type('audio/wav').header('cache-control', 'public, max-age=86400');
        return reply.send(Buffer.from(wave));
      },
    );
  };
