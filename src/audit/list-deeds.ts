import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectDeeds, type Deed } from './audit.store.ts';

/** What was done with these subjects and by whom, oldest first; at most 500. */
export const listDeeds = (trx: ClinicTransaction, subjectIds: string[]): Promise<Deed[]> =>
  subjectIds.length === 0 ? Promise.resolve([]) : selectDeeds(trx, subjectIds);
