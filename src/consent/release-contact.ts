import type { ClinicTransaction } from '../platform/database/database.ts';
import { uncount } from './decisions.store.ts';

/** A contact that reached nobody (the carrier refused it, nobody answered) gives its place under the caps back. */
export const releaseContacts = (trx: ClinicTransaction, keys: readonly string[]): Promise<void> =>
  uncount(trx, keys);
