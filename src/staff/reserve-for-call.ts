import type { ClinicTransaction } from '../platform/database/database.ts';
import { lockClinic, updateReservations } from './reservations.store.ts';

/**
 * Locks who is busy with what, for the whole clinic, so that two calls that arrive in the same instant decide one after
 * the other and never reach the same person.
 */
export const lockAvailability = (trx: ClinicTransaction): Promise<void> => lockClinic(trx);

/**
 * Makes exactly these staff members busy with the call, and everybody else free of it, and tells the open portals. Needs `lockAvailability` before.
 * @returns how many were freed
 */
export const reserveForCall = (
  trx: ClinicTransaction,
  callId: string,
  staffIds: readonly string[],
  now: Temporal.Instant,
): Promise<number> => updateReservations(trx, callId, staffIds, now);
