import { sql } from 'kysely';
import type { BusinessHours, HolidaySettings } from '../clinics/rules/opening.ts';
import { businessHoursSchema, holidaysSchema } from '../clinics/rules/opening-schema.ts';
import { countryOfNumber } from '../patients/rules/read-phone-number.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { EmailPoint, PhonePoint } from './rules/contact-point.ts';
import type { Consent, CountedContact, OptOut } from './rules/contact-facts.ts';

/** What the gate reads, each for many people in one query. */

export type Person = {
  id: string;
  archived: boolean;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  phones: PhonePoint[];
  emails: EmailPoint[];
};

export type ClinicFacts = {
  zone: string;
  country: string | null;
  region: string | null;
  hours: BusinessHours;
  holidays: HolidaySettings;
};

/** Who each of these is by now: a merged duplicate is the person it became. */
export const selectWhoTheyAre = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ asked: string; id: string }>`
    WITH RECURSIVE way AS (
      SELECT id AS asked, id, merged_into FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])
      UNION ALL
      SELECT way.asked, p.id, p.merged_into FROM way JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = way.merged_into
    ) SELECT asked, id FROM way WHERE merged_into IS NULL`.execute(trx);
  return new Map(rows.map(({ asked, id }) => [asked, id]));
};

/**
 * Nobody else decides about these people until the transaction ends. In one order, so that two batches never wait for
 * each other; what is read afterwards includes what others have stored.
 */
export const lockPeople = async (trx: ClinicTransaction, ids: readonly string[]): Promise<void> => {
  await sql`SELECT 1 FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`.execute(trx);
};

/** The same for whoever has this number or address. */
export const lockOwners = async (
  trx: ClinicTransaction,
  patientId: string | null,
  address: string | null,
): Promise<void> => {
  await sql`SELECT 1 FROM patients WHERE clinic_id = ${trx.clinicId} AND id IN (
      SELECT ${patientId}::uuid
      UNION SELECT patient_id FROM patient_phone_numbers WHERE clinic_id = ${trx.clinicId} AND phone_number = ${address}
      UNION SELECT patient_id FROM patient_emails WHERE clinic_id = ${trx.clinicId} AND email = ${address})
    ORDER BY id FOR NO KEY UPDATE`.execute(trx);
};

export const selectPeople = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, Person>> => {
  const { rows } = await sql<Person>`
    SELECT p.id, p.archived_at IS NOT NULL AS archived, p.time_zone AS "timeZone", p.country, p.region,
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', n.phone_number, 'preferred', n.preferred,
          'takesSms', n.takes_sms, 'unreachable', n.unreachable) ORDER BY n.phone_number)
        FROM patient_phone_numbers n WHERE n.clinic_id = ${trx.clinicId} AND n.patient_id = p.id), '[]') AS phones,
      coalesce((SELECT jsonb_agg(jsonb_build_object('email', e.email, 'preferred', e.preferred) ORDER BY e.email)
        FROM patient_emails e WHERE e.clinic_id = ${trx.clinicId} AND e.patient_id = p.id), '[]') AS emails
    FROM patients p WHERE p.clinic_id = ${trx.clinicId} AND p.id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((person) => [person.id, person]));
};

type ClinicRow = {
  zone: string;
  country: string | null;
  hours: unknown;
  holidays: unknown;
  number: string | null;
};

export const selectClinicFacts = async (trx: ClinicTransaction): Promise<ClinicFacts> => {
  const { rows } = await sql<ClinicRow>`
    SELECT c.time_zone AS zone, c.country, s.business_hours AS hours, s.holidays,
      (SELECT min(n.phone_number) FROM clinic_phone_numbers n WHERE n.clinic_id = c.id) AS number
    FROM clinics c LEFT JOIN call_settings s ON s.clinic_id = c.id AND s.phone_number IS NULL
    WHERE c.id = ${trx.clinicId}`.execute(trx);
  const row = rows[0]!;
  const holidays = holidaysSchema.catch({}).parse(row.holidays ?? {});
  return {
    zone: row.zone,
    country: row.country ?? holidays.country ?? (row.number === null ? null : countryOfNumber(row.number)),
    region: holidays.state ?? null,
    hours: businessHoursSchema.catch({}).parse(row.hours ?? {}),
    holidays,
  };
};

export const selectConsents = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<(Consent & { patientId: string })[]> =>
  (
    await sql<Consent & { patientId: string }>`
    SELECT patient_id AS "patientId", id, purpose, channel, written, obtained_at AS "obtainedAt", withdrawn_at AS "withdrawnAt"
    FROM contact_consents WHERE clinic_id = ${trx.clinicId} AND patient_id = ANY(${ids}::uuid[])`.execute(trx)
  ).rows;

type FoundOptOut = OptOut & { patientId: string | null; address: string | null };

/** Each side by its own index. */
export const selectOptOuts = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  addresses: readonly string[],
): Promise<FoundOptOut[]> => {
  const optOuts = sql`SELECT patient_id AS "patientId", address, id, channel, purpose, since FROM contact_opt_outs
    WHERE clinic_id = ${trx.clinicId} AND lifted_at IS NULL`;
  const { rows } = await sql<FoundOptOut>`
    ${optOuts} AND patient_id = ANY(${ids}::uuid[])
    UNION ${optOuts} AND address = ANY(${addresses}::text[])`.execute(trx);
  return rows;
};

export const selectCounted = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  since: Temporal.Instant,
): Promise<(CountedContact & { patientId: string })[]> =>
  (
    await sql<CountedContact & { patientId: string }>`
    SELECT patient_id AS "patientId", key, channel, purpose, counted_at AS at FROM contact_decisions
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ANY(${ids}::uuid[]) AND counted_at > ${since}`.execute(
      trx,
    )
  ).rows;
