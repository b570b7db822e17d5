import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { CronHandler } from '../platform/jobs.ts';
import { recordBirthdays } from './record-birthdays.ts';

type Dependencies = { database: Database; clock: Clock };

export const patientCrons = ({ database, clock }: Dependencies): CronHandler[] => [
  { name: 'patients.birthdays', cron: '7 * * * *', run: () => recordBirthdays(database, clock.now()) },
];
