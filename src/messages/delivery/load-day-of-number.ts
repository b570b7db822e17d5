import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectDay } from './senders.store.ts';

/** How many text messages a number may send in a day, and has sent on this one; null: it has sent none yet. */
export const loadMessageDay = (
  trx: ClinicTransaction,
  phoneNumber: string,
  day: string,
): Promise<{ dailyCap: number | null; sentToday: number } | null> => selectDay(trx, phoneNumber, day);
