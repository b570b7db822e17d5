import type { ClinicTransaction } from '../platform/database/database.ts';
import { countUnfinished } from './unfinished-calls.store.ts';

/** Calls of this clinic that are not over. */
export const countRunningCalls = (trx: ClinicTransaction): Promise<number> => countUnfinished(trx);
