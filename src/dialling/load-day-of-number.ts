import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectDay } from './senders.store.ts';

/** How many calls of workflows a number may make in a day, and has made on this one; null: it has made none yet. */
export const loadCallDay = (
  trx: ClinicTransaction,
  phoneNumber: string,
  day: string,
): Promise<{ dailyCap: number | null; sentToday: number } | null> => selectDay(trx, phoneNumber, day);
