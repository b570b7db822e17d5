import type { ClinicTransaction } from '../platform/database/database.ts';
import { countUse } from './links.store.ts';

/** Counts that a link was used. @returns whether it was the first time */
export const noteUse = (
  trx: ClinicTransaction,
  { code }: { code: string },
  now: Temporal.Instant,
): Promise<boolean> => countUse(trx, code, now);
