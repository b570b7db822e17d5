import type { ClinicTransaction } from '../platform/database/database.ts';
import { endOrders } from './end-orders.ts';
import { lockOverdue, spreadOrders } from './release.store.ts';

/** What becomes of calls that came due while nobody was called for their workflow. */
export type OverdueOrders = { overdue: 'skip' | 'send' } | { overdue: 'spread'; hours: number };

/** Calls that waited for the end of a pause: as chosen, never all at once unasked. Instances hear of those that are left out. */
export const releaseOrders = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
  choice: OverdueOrders,
  now: Temporal.Instant,
): Promise<void> => {
  if (instanceIds.length === 0 || choice.overdue === 'send') return;
  const overdue = await lockOverdue(trx, instanceIds, now);
  if (choice.overdue === 'spread') {
    const ids = overdue.map(({ id }) => id);
    await spreadOrders(trx, ids, choice.hours * 3600, now);
    return;
  }
  // What may have been dialled already is asked for at the carrier.
  const leftOut = overdue.filter(({ untried }) => untried);
  await endOrders(
    trx,
    leftOut.map(({ id }) => ({ id, status: 'withheld', outcome: 'withheld', reason: 'paused' })),
    now,
  );
};
