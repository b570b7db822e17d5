import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { languageSchema } from '../clinics/rules/language.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Secrets } from '../platform/secrets.ts';
import { greetingSignatureHolds } from './greeting-link.ts';
import { selectGreetingAudio } from './greetings.store.ts';
import { keepGreeting } from './keep-greetings.ts';
import { longestGreetingSeconds, type GreetingWave } from './rules/greeting-wave.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Routing'];
const largestBytes = 12 * 1_048_576;
const waveTypes = ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'];

const refusals: Record<Extract<GreetingWave, { ok: false }>['why'], string> = {
  'no-wave': 'This is no WAV file.',
  'not-pcm-16': 'The sound has to be PCM with 16 bits.',
  'not-mono': 'The sound has to have one channel.',
  'sample-rate': 'The sound has to have 8,000 to 48,000 samples a second.',
  'too-short': 'There is nothing to hear.',
  'too-long': `A greeting may last ${longestGreetingSeconds} seconds.`,
};

const recordingRoute =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.addContentTypeParser(
      waveTypes,
      { parseAs: 'buffer', bodyLimit: largestBytes },
      (_request, body, done) => done(null, body),
    );
    app.post(
      '/routing/greetings',
      {
        config: { needs: 'manager' },
        bodyLimit: largestBytes,
        schema: {
          tags,
          summary: 'Keep a recorded greeting',
          description: `The body is a WAV file: PCM, 16 bits, one channel, 8 to 48 kHz, at most ${longestGreetingSeconds} seconds. Callers hear it once a document that names its id is published. One that no document names is removed after a day.`,
          consumes: ['audio/wav'],
          querystring: z.object({
            language: languageSchema,
            transcript: z.string().trim().max(1000).default('').describe('the words that are spoken'),
          }),
          response: {
            201: z
              .object({ id: z.string(), seconds: z.number() })
              .meta({ examples: [{ id: '019a3c52-7d61-7000-8000-5f0c2b1de003', seconds: 6.4 }] }),
          },
        },
      },
      async ({ member: { clinicId, userId }, query, body }, reply) => {
        if (!Buffer.isBuffer(body)) throw new Problem('wrong-content-type', 'A WAV file is needed.');
        const kept = await inClinic(database, clinicId, (trx) =>
          keepGreeting(trx, { ...query, bytes: body }, { userId, at: clock.now() }),
        );
        if (!kept.ok) throw new Problem('invalid', refusals[kept.why]);
        return reply.code(201).send({ id: kept.id, seconds: kept.seconds });
      },
    );
  };

/** Recorded greetings. Registered under `/api/v1/clinics/:clinicId`. */
export const greetingsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(recordingRoute(deps));
    app.get(
      '/routing/greetings/:greetingId/audio',
      {
        schema: {
          tags,
          summary: 'A recorded greeting as a WAV file',
          params: z.object({ greetingId: z.uuid() }),
          produces: ['audio/wav'],
        },
      },
      async ({ member, params: { greetingId } }, reply) => {
        const audio = await inClinic(deps.database, member.clinicId, (trx) =>
          selectGreetingAudio(trx, greetingId),
        );
        if (audio === null) throw new Problem('not-found');
        reply.type('audio/wav').header('cache-control', 'private, max-age=86400, immutable');
        return reply.send(Buffer.from(audio));
      },
    );
  };

const addressed = z.object({ clinic: z.uuid(), recording: z.uuid(), signature: z.string().max(100) });

/** Recorded greetings for the carrier. */
export const carrierGreetings =
  ({ database, secrets }: { database: Database; secrets: Secrets }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/twilio/voice/greetings',
      {
        config: { public: 'The carrier fetches sound without saying who it is: the address is signed.' },
        schema: { hide: true, querystring: addressed },
      },
      async ({ query }, reply) => {
        if (!greetingSignatureHolds(secrets, query)) throw new Problem('bad-signature');
        const audio = await inClinic(database, query.clinic, (trx) =>
          selectGreetingAudio(trx, query.recording),
        );
        if (audio === null) throw new Problem('not-found');
        reply.type('audio/wav').header('cache-control', 'public, max-age=86400');
        return reply.send(Buffer.from(audio));
      },
    );
  };
