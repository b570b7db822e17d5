import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { withdrawWaiting } from './withdraw.store.ts';

/** Takes back what these workflow instances wanted and has not begun to leave. What is on its way is left alone. */
export const withdrawMessages = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
): Promise<void> => {
  if ((await withdrawWaiting(trx, instanceIds)) > 0) await announce(trx, 'messages');
};
