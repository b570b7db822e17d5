import { handle, type CronHandler, type JobHandler } from '../platform/jobs.ts';
import { keepResealing } from './keep-resealing.ts';
import { resealJob, type ResealDependencies } from './reseal-work.ts';
import { reseal } from './reseal.ts';

export const encryptionHandlers = (deps: ResealDependencies): JobHandler<never>[] => [
  handle(resealJob, () => reseal(deps)),
];

export const encryptionCrons = (deps: ResealDependencies): CronHandler[] => [
  { name: 'encryption.upkeep', cron: '*/10 * * * *', run: () => keepResealing(deps) },
];
