import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { handle, type CronHandler, type JobHandler, type JobSender } from '../platform/jobs.ts';
import { compareJob, comparePatients } from './compare-patients.ts';
import { recordBirthdays } from './record-birthdays.ts';

type Dependencies = { database: Database; clock: Clock; send: JobSender };

export const patientHandlers = (deps: Dependencies): JobHandler<never>[] => [
  handle(compareJob, (data) => comparePatients(deps, data)),
];

export const patientCrons = ({ database, clock }: Dependencies): CronHandler[] => [
  { name: 'patients.birthdays', cron: '7 * * * *', run: () => recordBirthdays(database, clock.now()) },
];
