import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectRecent, type RecentQuestion } from './audit.store.ts';

/** Whether this person's doing of this with this subject is in the log already, since then. */
export const seenSince = (trx: ClinicTransaction, question: RecentQuestion): Promise<boolean> =>
  selectRecent(trx, question);
