import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import { runningCalls } from './change-installation.ts';
import type { InstallationAdapters } from './installation-adapters.ts';
import { loadInstallation } from './load-installation.ts';
import { settingsInForce, type SectionName } from './rules/installation-settings.ts';
import {
  carrierFacts,
  mailFacts,
  speechFacts,
  transcriptionFacts,
  type InstallationView,
} from './rules/settings-view.ts';

export type InstallationDependencies = {
  database: Database;
  secrets: Secrets;
  log: Log;
  adapters: InstallationAdapters;
  portalUrl: () => Promise<string>;
};

/** Everything that belongs to the installation, without its secrets. */
export const showInstallation = async (deps: InstallationDependencies): Promise<InstallationView> => {
  const { adapters, database, secrets, log } = deps;
  const { stored, changes } = await loadInstallation(database, secrets, log);
  const settings = settingsInForce(adapters.environment, stored);
  const { environmentKey, sandboxAvailable } = adapters;
  const origin = (name: SectionName) => ({
    setBy: adapters.environment[name]
      ? ('environment' as const)
      : stored[name]
        ? ('portal' as const)
        : ('default' as const),
    variables: adapters.environment[name]?.variables ?? [],
    changedAt: changes[name]?.at.toString() ?? null,
    changedBy: changes[name]?.by ?? null,
  });
  const sandbox = settings.carrier.kind === 'sandbox' && sandboxAvailable;
  return {
    carrier: {
      ...origin('carrier'),
      ...carrierFacts(settings.carrier),
      publicUrl: await deps.portalUrl(),
      sandboxAvailable,
      runningCalls: await runningCalls(database),
    },
    mail: { ...origin('mail'), ...mailFacts(settings.mail, { from: adapters.standardSender, sandbox }) },
    transcription: {
      ...origin('transcription'),
      ...transcriptionFacts(settings.transcription, environmentKey),
    },
    speech: { ...origin('speech'), ...speechFacts(settings.speech, environmentKey) },
  };
};
