import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { CronHandler } from '../platform/jobs.ts';
import { recordDuePayments } from './record-due-payments.ts';

export const careCrons = ({ database, clock }: { database: Database; clock: Clock }): CronHandler[] => [
  { name: 'care.due-payments', cron: '11 * * * *', run: () => recordDuePayments(database, clock.now()) },
];
