import type { CronHandler } from '../platform/jobs.ts';
import { askAfterSilent } from './ask-after-silent.ts';

export const messageCrons = (deps: Parameters<typeof askAfterSilent>[0]): CronHandler[] => [
  { name: 'messages.ask-after-silent', cron: '*/5 * * * *', run: () => askAfterSilent(deps) },
];
