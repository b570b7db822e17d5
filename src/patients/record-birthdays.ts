import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { recordEvents } from '../events/record-event.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { selectBornOn, selectTimeZone } from './birthdays.store.ts';
import { ageOn, birthdaysOn, congratulatingHour } from './rules/birthday.ts';

const batch = 1000;

const recordIn = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<void> => {
  const local = now.toZonedDateTimeISO(await selectTimeZone(trx));
  if (local.hour < congratulatingHour) return;
  const today = local.toPlainDate();
  let after: string | null = null;
  do {
    const born: { id: string; birthDate: string }[] = await selectBornOn(
      trx,
      birthdaysOn(today),
      after,
      batch,
    );
    await recordEvents(
      trx,
      born.map(({ id, birthDate }) => ({
        kind: 'BIRTHDAY' as const,
        occurredAt: now,
        patientId: id,
        key: `birthday:${id}:${today.year}`,
        payload: { date: today.toString(), age: ageOn(today, birthDate) },
      })),
    );
    after = born.length < batch ? null : (born.at(-1)?.id ?? null);
  } while (after !== null);
};

/** Records today's birthdays of every clinic, each once: however often it runs, and if it did not run in the morning, later. */
export const recordBirthdays = async (database: Database, now: Temporal.Instant): Promise<void> => {
  for (const clinicId of await listClinicIds(database))
    await inClinic(database, clinicId, (trx) => recordIn(trx, now));
};
