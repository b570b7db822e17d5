import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { inClinic } from '../platform/database/database.ts';
import type { CronHandler } from '../platform/jobs.ts';
import type { SpeechDependencies } from './render-speech.ts';
import { deleteUnused } from './speech-audio.store.ts';

const keptDays = 90;

/** Prompts that were changed long ago leave no sound behind. */
const removeUnused = async ({ database, clock }: SpeechDependencies): Promise<void> => {
  const before = clock.now().subtract({ hours: 24 * keptDays });
  for (const clinicId of await listClinicIds(database))
    await inClinic(database, clinicId, (trx) => deleteUnused(trx, before));
};

export const speechCrons = (deps: SpeechDependencies): CronHandler[] => [
  { name: 'speech.upkeep', cron: '41 3 * * *', run: () => removeUnused(deps) },
];
