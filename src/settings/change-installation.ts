import { countRunningCalls } from '../calls/count-running-calls.ts';
import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { lockSettings, saveSection } from './installation.store.ts';
import { sealSection } from './load-installation.ts';
import { recordEverywhere } from './record-everywhere.ts';
import type { InstallationSettings, SectionName } from './rules/installation-settings.ts';

type By = { userId: string; at: Temporal.Instant };

/** Calls that run in any clinic. */
export const runningCalls = async (database: Database): Promise<number> => {
  let count = 0;
  for (const clinicId of await listClinicIds(database))
    count += await inClinic(database, clinicId, countRunningCalls);
  return count;
};

/**
 * Keeps a section of the installation's settings. Another carrier knows nothing of the calls of the one before, so it
 * is refused while calls run.
 */
export const changeInstallation = async <Name extends SectionName>(
  { database, secrets }: { database: Database; secrets: Secrets },
  change: { name: Name; value: InstallationSettings[Name] },
  by: By,
): Promise<'done' | 'calls-running'> => {
  const { name, value } = change;
  if (name === 'carrier' && (await runningCalls(database)) > 0) return 'calls-running';
  await database.transaction().execute(async (trx) => {
    await lockSettings(trx);
    await saveSection(trx, { name, sealed: sealSection(secrets, name, value), ...by });
  });
  await recordEverywhere(database, `installation.${name}-changed`, { kind: value.kind }, by);
  return 'done';
};
