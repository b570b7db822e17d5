import { readClinicSettings } from '../clinics/clinic-settings.ts';
import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { recordEvents } from '../events/record-event.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { takeDue } from './payments.store.ts';
import { paymentDue } from './rules/care-events.ts';

const batch = 500;

/** A day begins for patients when the practice opens, not at midnight. */
const announcingHour = 6;

const recordIn = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<number> => {
  const local = now.toZonedDateTimeISO((await readClinicSettings(trx)).timeZone);
  if (local.hour < announcingHour) return 0;
  const due = await takeDue(trx, local.toPlainDate().toString(), batch);
  await recordEvents(
    trx,
    due.map((payment) => paymentDue(payment, now)),
  );
  return due.length;
};

/** Records the payments whose day has come, each once, of every clinic. */
export const recordDuePayments = async (database: Database, now: Temporal.Instant): Promise<void> => {
  for (const clinicId of await listClinicIds(database))
    while ((await inClinic(database, clinicId, (trx) => recordIn(trx, now))) === batch);
};
