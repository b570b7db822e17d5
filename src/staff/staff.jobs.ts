import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { CronHandler } from '../platform/jobs.ts';
import { noticeAbsences } from './notice-absences.ts';

type Dependencies = { database: Database; clock: Clock };

export const staffCrons = ({ database, clock }: Dependencies): CronHandler[] => [
  { name: 'staff.absences', cron: '* * * * *', run: () => noticeAbsences(database, clock.now()) },
];
