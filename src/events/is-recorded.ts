import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectIsRecorded } from './events.store.ts';

/**
 * Whether an event with this source and key is there. Whoever changes something on the strength of an event asks first, with
 * what it is about locked; `recordEvent` alone would say so too late.
 */
export const isRecorded = (trx: ClinicTransaction, source: string, key: string): Promise<boolean> =>
  selectIsRecorded(trx, source, key);
