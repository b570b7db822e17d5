import { randomUUIDv7 } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import type { DemoClinic, DemoPatient, DemoStaff } from './demo-clinic.ts';
import type { PlannedAppointment } from './plan-appointments.ts';

/** Any number, the same in every process: two that start together must not both seed. */
export const lockSeeding = (trx: Transaction<DB>): Promise<unknown> =>
  sql`SELECT pg_advisory_xact_lock(727502)`.execute(trx);

export const selectClinics = (trx: Transaction<DB>): Promise<{ id: string; slug: string }[]> =>
  trx.selectFrom('clinics').select(['id', 'slug']).execute();

export const insertClinic = async (trx: ClinicTransaction, clinic: DemoClinic): Promise<void> => {
  await trx
    .insertInto('clinics')
    .values({
      id: trx.clinicId,
      name: clinic.name,
      slug: clinic.slug,
      time_zone: clinic.timeZone,
      language: clinic.language,
      currency: clinic.currency,
    })
    .execute();
  await trx
    .insertInto('clinic_phone_numbers')
    .values({ phone_number: clinic.phoneNumber, clinic_id: trx.clinicId, label: clinic.name })
    .execute();
};

/** @returns the departments' ids by name */
export const insertDepartments = async (
  trx: ClinicTransaction,
  departments: DemoClinic['departments'],
): Promise<Map<string, string>> => {
  const rows = departments.map(({ name, voicemailEmail, voicemailGreeting }) => ({
    clinic_id: trx.clinicId,
    id: randomUUIDv7(),
    name,
    voicemail_email: voicemailEmail ?? null,
    voicemail_greeting: JSON.stringify(voicemailGreeting ?? {}),
  }));
  await trx.insertInto('departments').values(rows).execute();
  return new Map(rows.map((row) => [row.name, row.id]));
};

export const insertStaff = async (
  trx: ClinicTransaction,
  staff: DemoStaff,
  userId: string | null,
  departments: Map<string, string>,
): Promise<void> => {
  const clinic_id = trx.clinicId;
  const id = randomUUIDv7();
  await trx
    .insertInto('staff_members')
    .values({ clinic_id, id, user_id: userId, name: staff.name, title: staff.title, email: staff.email })
    .execute();
  await trx.insertInto('staff_call_availability').values({ clinic_id, staff_id: id }).execute();
  for (const route of staff.routes) {
    await trx
      .insertInto('staff_call_routing')
      .values({
        clinic_id,
        id: randomUUIDv7(),
        staff_id: id,
        department_id: route.department === null ? null : departments.get(route.department)!,
        routing_priority: route.priority,
        receive_calls_in_portal: route.by === 'portal',
        use_staff_phone: route.by === 'phone',
        staff_phone_number: route.by === 'phone' ? staff.phoneNumber : null,
      })
      .execute();
  }
};

export const insertCallSettings = async (
  trx: ClinicTransaction,
  clinic: DemoClinic,
  departments: Map<string, string>,
): Promise<void> => {
  const clinic_id = trx.clinicId;
  const id = randomUUIDv7();
  await trx
    .insertInto('call_settings')
    .values({
      clinic_id,
      id,
      language: clinic.language,
      ivr_menu_config: JSON.stringify({ greeting: clinic.greeting, timeoutSeconds: 5, maxRepeats: 2 }),
      voicemail_message: JSON.stringify(clinic.voicemailMessage),
      voicemail_email: clinic.voicemailEmail,
    })
    .execute();
  await trx
    .insertInto('ivr_menu_options')
    .values(
      clinic.menu.map((option, order) => ({
        clinic_id,
        id: randomUUIDv7(),
        call_settings_id: id,
        menu_digit: option.digit,
        menu_label: option.label,
        spoken: JSON.stringify(option.spoken),
        menu_order: order,
        route_type: 'department',
        department_id: departments.get(option.department)!,
      })),
    )
    .execute();
};

/** What makes the people of the demo more than names: second numbers, tags, notes. */
const insertPatientDetails = async (
  trx: ClinicTransaction,
  { homeNumber, tags = [], note }: DemoPatient,
  patient_id: string,
  now: Temporal.Instant,
): Promise<void> => {
  const keys = { clinic_id: trx.clinicId, patient_id };
  if (homeNumber !== undefined)
    await trx
      .insertInto('patient_phone_numbers')
      .values({ ...keys, phone_number: homeNumber, kind: 'home', takes_sms: false })
      .execute();
  for (const tag of tags)
    await trx
      .insertInto('patient_tags')
      .values({ ...keys, tag })
      .execute();
  if (note !== undefined)
    await trx
      .insertInto('patient_notes')
      .values({ ...keys, id: randomUUIDv7(), body: note, pinned: true, created_at: now })
      .execute();
};

export const insertPatients = async (
  trx: ClinicTransaction,
  patients: DemoPatient[],
  now: Temporal.Instant,
): Promise<void> => {
  const clinic_id = trx.clinicId;
  const ids = new Map(
    patients.map((patient) => [`${patient.givenName} ${patient.familyName}`, randomUUIDv7()]),
  );
  const idOf = (patient: Pick<DemoPatient, 'givenName' | 'familyName'>) =>
    ids.get(`${patient.givenName} ${patient.familyName}`)!;
  await trx
    .insertInto('patients')
    .values(
      patients.map((patient) => ({
        clinic_id,
        id: idOf(patient),
        given_name: patient.givenName,
        family_name: patient.familyName,
        birth_date: patient.birthDate,
        language: patient.language ?? null,
        balance_cents: patient.balanceCents ?? 0,
        vip: patient.vip ?? false,
        preferred_name: patient.preferredName ?? null,
        spoken_languages: patient.spokenLanguages ?? [],
      })),
    )
    .execute();
  await trx
    .insertInto('patient_phone_numbers')
    .values(
      patients.map((patient) => ({
        clinic_id,
        patient_id: idOf(patient),
        phone_number: patient.phoneNumber,
        preferred: true,
      })),
    )
    .execute();
  await trx
    .insertInto('patient_emails')
    .values(
      patients.flatMap(({ email, ...patient }) =>
        email === undefined ? [] : [{ clinic_id, patient_id: idOf(patient), email, preferred: true }],
      ),
    )
    .execute();
  for (const patient of patients) {
    await insertPatientDetails(trx, patient, idOf(patient), now);
    if (patient.mother === undefined) continue;
    const guardian_id = ids.get(patient.mother)!;
    await trx
      .insertInto('patient_guardians')
      .values({ clinic_id, patient_id: idOf(patient), guardian_id, relation: 'mother' })
      .execute();
  }
};

export const insertLeads = async (trx: ClinicTransaction, leads: DemoClinic['leads']): Promise<void> => {
  await trx
    .insertInto('leads')
    .values(
      leads.map(({ name, phoneNumber, email, interest }) => ({
        clinic_id: trx.clinicId,
        id: randomUUIDv7(),
        name,
        phone_number: phoneNumber,
        email,
        interest,
      })),
    )
    .execute();
};

export const insertPractitioners = async (trx: ClinicTransaction, names: string[]): Promise<void> => {
  await trx
    .insertInto('practitioners')
    .values(names.map((name) => ({ clinic_id: trx.clinicId, id: randomUUIDv7(), name })))
    .execute();
};

export const hasAppointments = async (
  trx: ClinicTransaction,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('appointments')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

const selectIds = async (trx: ClinicTransaction, table: 'patients' | 'practitioners'): Promise<string[]> => {
  const rows = await trx
    .selectFrom(table)
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
};

export const selectPeopleForAppointments = async (
  trx: ClinicTransaction,
): Promise<{ patients: string[]; practitioners: string[] }> => ({
  patients: await selectIds(trx, 'patients'),
  practitioners: await selectIds(trx, 'practitioners'),
});

const typeMinutes = [30, 45, 60];
const typeColours = ['teal', 'blue', 'orange', 'violet', 'green', 'pink'];

/** A kind of visit for each reason. @returns their ids by name */
export const keepTypes = async (trx: ClinicTransaction, reasons: string[]): Promise<Map<string, string>> => {
  await trx
    .insertInto('appointment_types')
    .values(
      reasons.map((name, index) => ({
        clinic_id: trx.clinicId,
        id: randomUUIDv7(),
        name,
        minutes: typeMinutes[index % typeMinutes.length]!,
        colour: typeColours[index % typeColours.length]!,
      })),
    )
    .onConflict((conflict) => conflict.columns(['clinic_id', 'name']).doNothing())
    .execute();
  const rows = await trx
    .selectFrom('appointment_types')
    .select(['id', 'name'])
    .where('clinic_id', '=', trx.clinicId)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
};

export const insertAppointments = async (
  trx: ClinicTransaction,
  planned: PlannedAppointment[],
  people: { patients: string[]; practitioners: string[] },
  reasons: string[],
  types: Map<string, string>,
): Promise<void> => {
  await trx
    .insertInto('appointments')
    .values(
      planned.map((appointment) => ({
        clinic_id: trx.clinicId,
        id: randomUUIDv7(),
        patient_id: people.patients[appointment.patient]!,
        practitioner_id: people.practitioners[appointment.practitioner]!,
        starts_at: appointment.startsAt,
        ends_at: appointment.endsAt,
        reason: reasons[appointment.reason]!,
        type_id: types.get(reasons[appointment.reason]!) ?? null,
        status: appointment.status,
      })),
    )
    .execute();
};
