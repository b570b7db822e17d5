import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { CronHandler } from '../platform/jobs.ts';
import { removeWhatExpired } from './keep-clinic.ts';

export const settingsCrons = (deps: { database: Database; clock: Clock }): CronHandler[] => [
  { name: 'settings.retention', cron: '23 2 * * *', run: () => removeWhatExpired(deps) },
];
