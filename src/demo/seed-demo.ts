import { randomUUIDv7 } from 'node:crypto';
import { addMember } from '../accounts/add-member.ts';
import { createAccount } from '../accounts/create-account.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import type { DemoClinic } from './demo-clinic.ts';
import { demoPassword } from './demo-password.ts';
import {
  hasAppointments,
  insertAppointments,
  keepTypes,
  insertCallSettings,
  insertClinic,
  insertDepartments,
  insertLeads,
  insertPatients,
  insertPractitioners,
  insertStaff,
  lockSeeding,
  selectClinics,
  selectPeopleForAppointments,
} from './demo.store.ts';
import { insertCare } from './demo-care.store.ts';
import { insertConsents, insertMessageSettings, insertTasks } from './demo-contact.store.ts';
import { englishClinic } from './english-clinic.ts';
import { germanClinic } from './german-clinic.ts';
import { morePatients } from './more-patients.ts';
import { markUnfinished } from './past/unfinished-pasts.store.ts';
import { planAppointments } from './plan-appointments.ts';

export const demoClinics: readonly DemoClinic[] = [englishClinic, germanClinic];

const daysAhead = 7;

/** A demo clinic that is in the database. */
export type SeededClinic = DemoClinic & {
  id: string;
  /** made by this very call */
  isNew: boolean;
};

const seedClinic = async (
  trx: ClinicTransaction,
  clinic: DemoClinic,
  secret: string,
  now: Temporal.Instant,
  busy: boolean,
): Promise<void> => {
  await insertClinic(trx, clinic);
  const departments = await insertDepartments(trx, clinic.departments);
  const account = async (name: string, email: string): Promise<string> =>
    createAccount(trx, { name, email, password: demoPassword(secret, email) });
  for (const member of clinic.staff) {
    const userId = member.role === null ? null : await account(member.name, member.email);
    if (userId !== null && member.role !== null) await addMember(trx, userId, member.role);
    await insertStaff(trx, member, userId, departments);
  }
  for (const { name, email, role } of clinic.observers) {
    await addMember(trx, await account(name, email), role);
  }
  await insertCallSettings(trx, clinic, departments);
  await insertPatients(trx, busy ? [...clinic.patients, ...morePatients(clinic)] : clinic.patients, now);
  await insertLeads(trx, clinic.leads);
  await insertMessageSettings(trx, clinic.postalAddress);
  await insertConsents(trx, clinic.consentProof, now);
  await insertTasks(trx, clinic.tasks, now);
  await insertCare(trx, clinic.care, now);
  await insertPractitioners(trx, clinic.practitioners);
  if (busy) await markUnfinished(trx, now);
};

/** So that the demo has visits today however long ago it was seeded. Days that have some stay as they are. */
const fillCalendar = async (
  trx: ClinicTransaction,
  clinic: DemoClinic,
  now: Temporal.Instant,
): Promise<void> => {
  await lockSeeding(trx);
  const people = await selectPeopleForAppointments(trx);
  const size = {
    patients: people.patients.length,
    practitioners: people.practitioners.length,
    reasons: clinic.visitReasons.length,
  };
  const types = await keepTypes(trx, clinic.visitReasons);
  const today = now.toZonedDateTimeISO(clinic.timeZone).toPlainDate();
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const date = today.add({ days: ahead });
    const from = date.toZonedDateTime(clinic.timeZone).toInstant();
    const to = date.add({ days: 1 }).toZonedDateTime(clinic.timeZone).toInstant();
    if (await hasAppointments(trx, from, to)) continue;
    const planned = planAppointments(date, clinic.timeZone, size, now);
    await insertAppointments(trx, planned, people, clinic.visitReasons, types);
  }
};

/**
 * Fills an empty database with the demo clinics, each in one transaction, and keeps their calendars filled.
 * A database with other clinics in it is left alone.
 * @param secret the demo passwords are made from it
 * @param options.busy with as many patients as a practice has that is rung all day, and a past to be lived through
 * @returns the demo clinics that are there, and which of them this very call has made
 */
export const seedDemo = async (
  database: Database,
  secret: string,
  now: Temporal.Instant,
  { busy = false } = {},
): Promise<SeededClinic[]> => {
  const seeded: SeededClinic[] = [];
  for (const clinic of demoClinics) {
    const fresh = randomUUIDv7();
    const id = await inClinic(database, fresh, async (trx) => {
      await lockSeeding(trx);
      const present = await selectClinics(trx);
      const foreign = present.some(({ slug }) => !demoClinics.some((demo) => demo.slug === slug));
      const known = present.find(({ slug }) => slug === clinic.slug);
      if (known) return known.id;
      if (foreign) return null;
      await seedClinic(trx, clinic, secret, now, busy);
      return fresh;
    });
    if (id === null) continue;
    await inClinic(database, id, (trx) => fillCalendar(trx, clinic, now));
    seeded.push({ ...clinic, id, isNew: id === fresh });
  }
  return seeded;
};
