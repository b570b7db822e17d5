import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { CronHandler } from '../platform/jobs.ts';
import { removeUnusedGreetings } from './keep-greetings.ts';

export const routingCrons = (deps: { database: Database; clock: Clock }): CronHandler[] => [
  { name: 'routing.upkeep', cron: '23 3 * * *', run: () => removeUnusedGreetings(deps) },
];
