import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { lockStanding, selectStanding, updateBalance, type Standing } from './balance.store.ts';

export type { Standing } from './balance.store.ts';

/** What somebody owes, locked until the transaction ends, and by which money and days their clinic counts. null: nobody, or merged */
export const standingOf = (trx: ClinicTransaction, patientId: string): Promise<Standing | null> =>
  lockStanding(trx, patientId);

/** The same to look at. */
export const readStanding = (trx: ClinicTransaction, patientId: string): Promise<Standing | null> =>
  selectStanding(trx, patientId);

/** Somebody locked by `standingOf` owes another amount from now on. */
export const changeBalance = async (
  trx: ClinicTransaction,
  patientId: string,
  cents: number,
  now: Temporal.Instant,
): Promise<void> => {
  await updateBalance(trx, patientId, cents, now);
  await announce(trx, 'patients', patientId);
};
