import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import { countSealed } from '../voicemail/count-sealed.ts';
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
  /** where the key comes from; `file` null: from the environment */
  keyFile: string | null;
  portalUrl: () => Promise<string>;
};

const encryptionOf = async (
  { database, secrets, keyFile }: InstallationDependencies,
  settings: number,
): Promise<InstallationView['encryption']> => {
  const sealed = { recordings: 0, transcripts: 0, settings };
  for (const clinicId of await listClinicIds(database)) {
    const counted = await inClinic(database, clinicId, countSealed);
    sealed.recordings += counted.recordings;
    sealed.transcripts += counted.transcripts;
  }
  const source = keyFile === null ? 'environment' : 'file';
  return { source, file: keyFile, fingerprint: secrets.fingerprint, sealed };
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
    encryption: await encryptionOf(deps, Object.keys(stored).length),
  };
};
