import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import { selectClinicsWithOutcomes, takeOutcomes, type ToldOutcome } from './outcomes.store.ts';

/** Clinics with outcomes that nobody has taken, for the worker of the workflows. `callBell` tells it of new ones. */
export const clinicsWithCallOutcomes = (database: Database, limit = 1000): Promise<string[]> =>
  selectClinicsWithOutcomes(database, limit);

/**
 * Takes the oldest outcomes away, in the transaction that acts on them. Several workers may do so at once.
 * @returns fewer than `limit`: nothing is left that nobody is at
 */
export const takeCallOutcomes = (trx: ClinicTransaction, limit = 500): Promise<ToldOutcome[]> =>
  takeOutcomes(trx, limit);
