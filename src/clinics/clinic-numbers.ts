import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import {
  selectAllNumbers,
  selectClinicOfNumber,
  selectFirstNumber,
  updateNumberSid,
  type ClinicNumber,
} from './clinic-numbers.store.ts';

/** The clinic that has this number (E.164); null when none has. */
export const findClinicOfNumber = (database: Database, phoneNumber: string): Promise<string | null> =>
  selectClinicOfNumber(database, phoneNumber);

/** The number shown to people the clinic calls: the first it got. */
export const firstNumberOfClinic = (trx: ClinicTransaction): Promise<string | null> => selectFirstNumber(trx);

/** Every number of every clinic. */
export const listAllNumbers = (database: Database): Promise<ClinicNumber[]> => selectAllNumbers(database);

/** Keeps under which sid the carrier knows a number. */
export const keepNumberSid = (database: Database, phoneNumber: string, carrierSid: string): Promise<void> =>
  updateNumberSid(database, phoneNumber, carrierSid);
