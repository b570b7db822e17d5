import type { ClinicTransaction } from '../platform/database/database.ts';
import { countExpired } from './retention.store.ts';

/** How many voicemails the next run would remove. */
export const countExpiredVoicemails = (trx: ClinicTransaction, now: Temporal.Instant): Promise<number> =>
  countExpired(trx, now);
