import type { ClinicTransaction } from '../platform/database/database.ts';
import {
  countExpiredCalls,
  countExpiredReceipts,
  deleteExpiredCalls,
  deleteExpiredReceipts,
} from './expired-calls.store.ts';

/** Instants before which things are no longer kept; null: kept for good. */
export type KeptSince = { calls: Temporal.Instant | null; receipts: Temporal.Instant };

/** What the next nightly run would remove. */
export const countExpired = async (
  trx: ClinicTransaction,
  since: KeptSince,
): Promise<{ calls: number; receipts: number }> => ({
  calls: since.calls === null ? 0 : await countExpiredCalls(trx, since.calls),
  receipts: await countExpiredReceipts(trx, since.receipts),
});

/** Removes a batch of what is no longer kept. @returns how many of each */
export const removeExpired = async (
  trx: ClinicTransaction,
  since: KeptSince,
  limit: number,
): Promise<{ calls: number; receipts: number }> => ({
  calls: since.calls === null ? 0 : await deleteExpiredCalls(trx, since.calls, limit),
  receipts: await deleteExpiredReceipts(trx, since.receipts, limit),
});
