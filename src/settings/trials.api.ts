import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { languageSchema } from '../clinics/rules/language.ts';
import { Problem } from '../platform/errors.ts';
import { meantBy } from './meant-settings.ts';
import { inputSchemas, type SettingsInput } from './rules/settings-input.ts';
import {
  carrierTrialSchema,
  mailTrialSchema,
  serviceTrialSchema,
  voicesSchema,
} from './rules/trial-results.ts';
import type { InstallationDependencies } from './show-installation.ts';
import { listVoices, tryCarrier, tryMail, tryTranscription } from './try-settings.ts';

type Dependencies = InstallationDependencies & {
  /** @returns null when the carrier refuses, or does not have this number */
  connectNumber: (phoneNumber: string) => Promise<'connected' | 'unknown-number' | 'refused'>;
};

const tags = ['Installation'];
// Each trial asks somebody else's server.
const config = { rateLimit: { max: 30, timeWindow: 60_000 } };

const carrierTrials =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/carrier/test',
      {
        schema: {
          tags,
          summary: 'Look whether calls would come in and go out',
          description: 'Changes nothing. Without `settings`: what is in force.',
          body: z.object({ settings: inputSchemas.carrier.optional() }).meta({ examples: [{}] }),
          response: { 200: carrierTrialSchema },
        },
        config,
      },
      async ({ body: { settings } }) => {
        const carrier =
          settings === undefined ? deps.adapters.inForce().carrier : meantBy(deps, 'carrier', settings);
        return tryCarrier(deps, carrier, await deps.portalUrl());
      },
    );

    app.post(
      '/carrier/connect',
      {
        schema: {
          tags,
          summary: 'Point a clinic’s number at this installation',
          description: 'Changes the number’s webhooks at the carrier in force. Buys nothing.',
          body: z
            .object({ phoneNumber: z.string().regex(/^\+[1-9][0-9]{4,14}$/) })
            .meta({ examples: [{ phoneNumber: '+13125550100' }] }),
          response: { 200: carrierTrialSchema },
        },
        config,
      },
      async ({ body }) => {
        const outcome = await deps.connectNumber(body.phoneNumber);
        if (outcome === 'unknown-number') throw new Problem('not-found');
        if (outcome === 'refused') throw new Problem('carrier-refused');
        return tryCarrier(deps, deps.adapters.inForce().carrier, await deps.portalUrl());
      },
    );
  };

const serviceTrials =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const { adapters } = deps;
    app.post(
      '/mail/test',
      {
        schema: {
          tags,
          summary: 'Send a test mail to oneself',
          description: 'Goes to the address of the account that asks, and nowhere else.',
          body: z
            .object({ settings: inputSchemas.mail.optional(), language: languageSchema })
            .meta({ examples: [{ language: 'en' }] }),
          response: { 200: mailTrialSchema },
        },
        config,
      },
      async ({ body: { settings, language }, administrator }) => {
        const mail = settings === undefined ? adapters.inForce().mail : meantBy(deps, 'mail', settings);
        return tryMail(adapters, mail, { address: administrator.email, language });
      },
    );

    app.post(
      '/transcription/test',
      {
        schema: {
          tags,
          summary: 'Have a second of near silence written down',
          body: z.object({ settings: inputSchemas.transcription.optional() }).meta({ examples: [{}] }),
          response: { 200: serviceTrialSchema },
        },
        config,
      },
      async ({ body: { settings } }) =>
        tryTranscription(
          adapters,
          settings === undefined
            ? adapters.inForce().transcription
            : meantBy(deps, 'transcription', settings),
        ),
    );
  };

const speechTrials =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const { adapters } = deps;
    const speechOf = (settings: SettingsInput['speech'] | undefined) =>
      settings === undefined ? adapters.inForce().speech : meantBy(deps, 'speech', settings);

    app.post(
      '/speech/voices',
      {
        schema: {
          tags,
          summary: 'The voices of the speech service',
          description: 'Also shows whether the key is right.',
          body: z.object({ settings: inputSchemas.speech.optional() }).meta({ examples: [{}] }),
          response: { 200: voicesSchema },
        },
        config,
      },
      async ({ body: { settings } }) => listVoices(adapters, speechOf(settings)),
    );

    app.post(
      '/speech/sample',
      {
        schema: {
          tags,
          summary: 'How a voice sounds on the telephone',
          description: 'A WAV file (µ-law, 8 kHz).',
          body: z
            .object({
              settings: inputSchemas.speech.optional(),
              language: languageSchema,
              text: z.string().trim().min(1).max(300),
            })
            .meta({ examples: [{ language: 'en', text: 'Thank you for calling.' }] }),
          produces: ['audio/wav'],
        },
        config,
      },
      async ({ body: { settings, language, text } }, reply) => {
        const result = await adapters.speechOnTrial(speechOf(settings)).speak({ text, language });
        if (result.outcome === 'failed') throw new Problem('speech-failed', result.failure);
        return reply.type('audio/wav').header('cache-control', 'no-store').send(Buffer.from(result.wave));
      },
    );
  };

/** `/installation/settings/…/test`: settings are tried out before they are kept, and while they are in force. */
export const trialsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(carrierTrials(deps));
    await app.register(serviceTrials(deps));
    await app.register(speechTrials(deps));
  };
