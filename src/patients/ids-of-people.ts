import type { ClinicTransaction } from '../platform/database/database.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { findPatients } from './find-patients.ts';

/** Whom a typed text may mean, archived patients too, the best match first: for lists that stand on people. */
export const idsOfPeople = async (
  trx: ClinicTransaction,
  text: string,
  now: Temporal.Instant,
): Promise<string[]> => {
  const { zone, country } = await clinicSettings(trx);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const { hits } = await findPatients(trx, text, { archived: 'with' }, { now, today, zone, country });
  return hits.map(({ id }) => id);
};
