import type { ClinicTransaction } from '../platform/database/database.ts';
import { deleteExpiredOrders } from './expired-orders.store.ts';

/**
 * Removes a batch of the calls that workflows ordered before then and that are over.
 * @param before null: they are kept for good
 */
export const removeExpiredOrders = async (
  trx: ClinicTransaction,
  before: Temporal.Instant | null,
  limit: number,
): Promise<number> => (before === null ? 0 : deleteExpiredOrders(trx, before, limit));
