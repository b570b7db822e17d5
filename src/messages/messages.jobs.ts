import type { CronHandler } from '../platform/jobs.ts';
import { askAfterSilent } from './delivery/ask-after-silent.ts';
import { fetchMissed } from './inbox/fetch-missed.ts';

export const messageCrons = (
  deps: Parameters<typeof askAfterSilent>[0] & Parameters<typeof fetchMissed>[0],
): CronHandler[] => [
  { name: 'messages.ask-after-silent', cron: '*/5 * * * *', run: () => askAfterSilent(deps) },
  { name: 'messages.fetch-missed', cron: '*/5 * * * *', run: () => fetchMissed(deps) },
];
