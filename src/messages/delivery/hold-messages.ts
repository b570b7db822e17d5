import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { dropOverdue, holdWaiting, releaseHeld } from './hold.store.ts';

/** What becomes of messages that came due while they were held. */
export type OverdueMessages = { overdue: 'skip' | 'send' } | { overdue: 'spread'; hours: number };

/** What these workflow instances ordered and has not begun to leave stays where it is until it is released. */
export const holdMessages = async (trx: ClinicTransaction, instanceIds: readonly string[]): Promise<void> => {
  if ((await holdWaiting(trx, instanceIds)) > 0) await announce(trx, 'messages');
};

/** Lets held messages go on; those that came due meanwhile as chosen: never all at once unasked. */
export const releaseMessages = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
  choice: OverdueMessages,
  now: Temporal.Instant,
): Promise<void> => {
  if (instanceIds.length === 0) return;
  if (choice.overdue === 'skip') await dropOverdue(trx, instanceIds, now);
  await releaseHeld(trx, instanceIds, choice.overdue === 'spread' ? choice.hours * 3600 : 0, now);
  await announce(trx, 'messages');
};
