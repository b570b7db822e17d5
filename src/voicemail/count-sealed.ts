import type { ClinicTransaction } from '../platform/database/database.ts';
import { countSealedContent } from './voicemail-upkeep.store.ts';

/** How much of this clinic's voicemail cannot be read without the encryption key. */
export const countSealed = (trx: ClinicTransaction): Promise<{ recordings: number; transcripts: number }> =>
  countSealedContent(trx);
