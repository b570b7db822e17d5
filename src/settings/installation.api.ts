import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Clock } from '../platform/clock.ts';
import { Problem } from '../platform/errors.ts';
import { changeInstallation } from './change-installation.ts';
import type { InstallationSettings, SectionName } from './rules/installation-settings.ts';
import { inputSchemas, type SettingsInput } from './rules/settings-input.ts';
import { installationViewSchema } from './rules/settings-view.ts';
import { findingWeight } from './rules/trial-results.ts';
import { meantBy } from './meant-settings.ts';
import { showInstallation, type InstallationDependencies } from './show-installation.ts';
import { tryCarrier } from './try-settings.ts';

export type InstallationApiDependencies = InstallationDependencies & {
  clock: Clock;
  /** points the clinics' numbers at this installation, after the carrier was changed */
  connectNumbers: () => Promise<void>;
};

const examples: { [Name in SectionName]: SettingsInput[Name][] } = {
  carrier: [
    { kind: 'sandbox' },
    { kind: 'twilio', accountSid: `AC${'0'.repeat(32)}`, authToken: 'secret', apiKeySid: null },
  ],
  mail: [
    {
      kind: 'smtp',
      host: 'mail.clinic.example',
      port: 587,
      security: 'starttls',
      user: 'desk',
      password: 'secret',
      from: 'Frontdesk <desk@clinic.example>',
    },
  ],
  speech: [{ kind: 'elevenlabs', apiKey: 'secret', voices: { en: 'voice-id', de: null } }],
  transcription: [{ kind: 'openai', url: 'https://api.openai.com/v1', model: 'whisper-1', apiKey: 'secret' }],
};

const assertCarrierReady = async (
  deps: InstallationApiDependencies,
  carrier: InstallationSettings['carrier'],
): Promise<void> => {
  if (carrier.kind === 'sandbox' && !deps.adapters.sandboxAvailable)
    throw new Problem('carrier-not-ready', 'no-sandbox');
  const { findings } = await tryCarrier(deps, carrier, await deps.portalUrl());
  const blocking = findings.filter(({ finding }) => findingWeight(finding) === 'blocking');
  if (blocking.length > 0)
    throw new Problem('carrier-not-ready', blocking.map(({ finding }) => finding).join(', '));
};

/** `/installation/settings`: what belongs to all clinics. For administrators of the installation. */
export const installationApi =
  (deps: InstallationApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['Installation'];
    const response = { 200: installationViewSchema };

    app.get(
      '/settings',
      {
        schema: {
          tags,
          summary: 'Carrier, mail, transcription and speech',
          description: 'Secrets are never shown, only whether there is one.',
          response,
        },
      },
      () => showInstallation(deps),
    );

    const section = (name: SectionName, summary: string): void => {
      const body = inputSchemas[name].meta({ examples: examples[name] });
      app.put(
        `/settings/${name}`,
        {
          schema: {
            tags,
            summary,
            description:
              'A secret that is left out stays as it is. Takes effect in every process at once. 409 where the environment decides.',
            body,
            response,
          },
        },
        async (request) => {
          if (deps.adapters.environment[name]) throw new Problem('set-by-environment');
          const value = meantBy(deps, name, request.body);
          const isCarrier = name === 'carrier';
          if (isCarrier) await assertCarrierReady(deps, value as InstallationSettings['carrier']);
          const by = { userId: request.administrator.id, at: deps.clock.now() };
          const outcome = await changeInstallation(deps, { name, value }, by);
          if (outcome === 'calls-running') throw new Problem('calls-running');
          await deps.adapters.refresh();
          if (isCarrier) await deps.connectNumbers();
          return showInstallation(deps);
        },
      );
    };
    section('carrier', 'Choose the carrier');
    section('mail', 'Choose the mail server');
    section('transcription', 'Choose who writes voicemails down');
    section('speech', 'Choose who speaks the prompts');
  };
