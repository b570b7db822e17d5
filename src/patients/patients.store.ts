import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ComingAppointment, Guardianship, KnownLead, KnownPatient } from './rules/describe-caller.ts';
import type { Language } from '../clinics/rules/language.ts';

/** Everybody reachable by these numbers, and the children they answer for, once per number. */
export const patientsByNumber = async (
  trx: ClinicTransaction,
  numbers: string[],
): Promise<(KnownPatient & { number: string })[]> => {
  const rows = await trx
    .with('owners', (db) =>
      db
        .selectFrom('patient_phone_numbers')
        .select(['phone_number', 'patient_id'])
        .where('clinic_id', '=', trx.clinicId)
        .where('phone_number', 'in', numbers),
    )
    .with('everybody', (db) =>
      db
        .selectFrom('owners')
        .select(['owners.phone_number', 'owners.patient_id'])
        .union(
          db
            .selectFrom('owners')
            .innerJoin('patient_guardians as g', 'g.guardian_id', 'owners.patient_id')
            .select(['owners.phone_number', 'g.patient_id'])
            .where('g.clinic_id', '=', trx.clinicId),
        ),
    )
    .selectFrom('everybody')
    .innerJoin('patients as p', 'p.id', 'everybody.patient_id')
    .where('p.clinic_id', '=', trx.clinicId)
    .select(['everybody.phone_number as number', 'p.id', 'p.given_name as givenName'])
    .select(['p.family_name as familyName', 'p.birth_date as birthDate', 'p.language', 'p.vip'])
    .select('p.balance_cents as balanceCents')
    .execute();
  return rows.map((row) => ({ ...row, language: row.language as Language | null }));
};

export const guardianshipsAmong = async (
  trx: ClinicTransaction,
  patientIds: string[],
): Promise<Guardianship[]> => {
  const rows = await trx
    .selectFrom('patient_guardians')
    .select(['guardian_id as guardianId', 'patient_id as patientId', 'relation'])
    .where('clinic_id', '=', trx.clinicId)
    .where('guardian_id', 'in', patientIds)
    .where('patient_id', 'in', patientIds)
    .execute();
  return rows.map((row) => ({ ...row, relation: row.relation as Guardianship['relation'] }));
};

/** Each patient's next appointment, soonest first. One that has begun still counts: they may be calling because they are late. */
export const nextAppointments = (
  trx: ClinicTransaction,
  patientIds: string[],
  now: Temporal.Instant,
): Promise<ComingAppointment[]> =>
  trx
    .selectFrom((db) =>
      db
        .selectFrom('appointments as a')
        .innerJoin('practitioners as p', (join) =>
          join.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.id', '=', 'a.practitioner_id'),
        )
        .distinctOn('a.patient_id')
        .select([
          'a.patient_id as patientId',
          'a.starts_at as startsAt',
          'a.reason',
          'p.name as practitioner',
        ])
        .where('a.clinic_id', '=', trx.clinicId)
        .where('a.patient_id', 'in', patientIds)
        .where('a.status', 'in', ['booked', 'confirmed'])
        .where('a.ends_at', '>', now)
        .orderBy('a.patient_id')
        .orderBy('a.starts_at')
        .as('next'),
    )
    .selectAll()
    .orderBy('startsAt')
    .execute();

/** Newest first. */
export const leadsByNumber = async (
  trx: ClinicTransaction,
  numbers: string[],
): Promise<(KnownLead & { number: string })[]> => {
  const rows = await trx
    .selectFrom('leads')
    .select(['id', 'name', 'language', sql<string>`phone_number`.as('number')])
    .where('clinic_id', '=', trx.clinicId)
    .where('phone_number', 'in', numbers)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, language: row.language as Language | null }));
};

/** In which words and which currency the clinic reads about its patients. */
export const clinicOf = async (trx: ClinicTransaction): Promise<{ language: Language; currency: string }> => {
  const row = await trx
    .selectFrom('clinics')
    .select(['language', 'currency'])
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return { currency: row.currency, language: row.language as Language };
};
