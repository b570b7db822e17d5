import { sql, type RawBuilder } from 'kysely';
import { businessHoursSchema, holidaysSchema } from '../../clinics/rules/opening-schema.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import {
  hasFailedPayment,
  hasVisitAfter,
  treatmentPhase,
  visitsBefore,
} from '../audiences/audience-fields.store.ts';
import type { PatientField } from '../rules/fields.ts';
import type { ClinicCalendar, Subject, SubjectAppointment, SubjectPatient } from '../rules/subject.ts';

export const selectCalendar = async (trx: ClinicTransaction): Promise<ClinicCalendar> => {
  const { rows } = await sql<{
    timeZone: string;
    language: ClinicCalendar['language'];
    hours: unknown;
    holidays: unknown;
  }>`
    SELECT c.time_zone AS "timeZone", c.language, s.business_hours AS hours, s.holidays
    FROM clinics c LEFT JOIN call_settings s ON s.clinic_id = c.id AND s.phone_number IS NULL
    WHERE c.id = ${trx.clinicId}`.execute(trx);
  const { timeZone, language, hours, holidays } = rows[0]!;
  return {
    timeZone,
    language,
    businessHours: businessHoursSchema.catch({}).parse(hours ?? {}),
    holidays: holidaysSchema.catch({}).parse(holidays ?? {}),
  };
};

const tagsOf = (clinicId: string) =>
  sql`ARRAY(SELECT t.tag FROM patient_tags t WHERE t.clinic_id = ${clinicId} AND t.patient_id = p.id ORDER BY t.tag)`;
const hasNumber = (clinicId: string) =>
  sql`EXISTS (SELECT FROM patient_phone_numbers n WHERE n.clinic_id = ${clinicId} AND n.patient_id = p.id)`;
const hasAddress = (clinicId: string) =>
  sql`EXISTS (SELECT FROM patient_emails e WHERE e.clinic_id = ${clinicId} AND e.patient_id = p.id)`;

/** Somebody who became another counts as archived here: their instances went over with the merge. */
export const selectPatients = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  asks: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<Map<string, SubjectPatient>> => {
  if (ids.length === 0) return new Map();
  const { clinicId } = trx;
  const asked = (
    field: PatientField,
    value: RawBuilder<unknown>,
    otherwise = sql`NULL`,
  ): RawBuilder<unknown> => (asks.has(field) ? value : otherwise);
  const no = sql`false`;
  const { rows } = await sql<SubjectPatient>`
    SELECT p.id, p.language, p.birth_date AS "birthDate", p.vip, p.balance_cents AS "balanceCents",
      p.archived_at IS NOT NULL OR p.merged_into IS NOT NULL AS archived,
      ${asked('patient.tags', tagsOf(clinicId), sql`'{}'::text[]`)} AS tags,
      ${asked('patient.hasPhone', hasNumber(clinicId), no)} AS "hasPhone",
      ${asked('patient.hasEmail', hasAddress(clinicId), no)} AS "hasEmail",
      ${asked('patient.monthsSinceVisit', visitsBefore(now), sql`NULL::timestamptz`)} AS "lastVisit",
      ${asked('patient.hasVisitAhead', hasVisitAfter(now), no)} AS "hasVisitAhead",
      ${asked('patient.treatmentPhase', treatmentPhase)} AS "treatmentPhase",
      ${asked('patient.hasFailedPayment', hasFailedPayment, no)} AS "hasFailedPayment"
    FROM patients p WHERE p.clinic_id = ${trx.clinicId} AND p.id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
};

export type PatientsAppointment = SubjectAppointment & { patientId: string };

export const selectAppointments = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, PatientsAppointment>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PatientsAppointment>`
    SELECT id, patient_id AS "patientId", starts_at AS "startsAt", ends_at AS "endsAt", status, reason, practitioner_id AS "practitionerId"
    FROM appointments WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
};

export const selectEvents = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, Subject['event']>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kind: string; payload: Record<string, unknown> }>`
    SELECT id, kind, payload FROM events WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(
    trx,
  );
  return new Map(rows.map(({ id, kind, payload }) => [id, { kind, payload }]));
};

type Kind = 'calls' | 'staff' | 'departments';

/** Which of these there still are. */
export const selectThere = async (
  trx: ClinicTransaction,
  { calls = [], staff = [], departments = [] }: Partial<Record<Kind, readonly string[]>>,
): Promise<Record<Kind, Set<string>>> => {
  const { rows } = await sql<{ kind: Kind; id: string }>`
    SELECT 'calls' AS kind, id FROM call_logs WHERE clinic_id = ${trx.clinicId} AND id = ANY(${calls}::uuid[])
    UNION ALL
    SELECT 'staff', id FROM staff_members WHERE clinic_id = ${trx.clinicId} AND id = ANY(${staff}::uuid[])
    UNION ALL
    SELECT 'departments', id FROM departments WHERE clinic_id = ${trx.clinicId} AND id = ANY(${departments}::uuid[])`.execute(
    trx,
  );
  const those = (kind: Kind): Set<string> =>
    new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
  return { calls: those('calls'), staff: those('staff'), departments: those('departments') };
};

export const selectMessageKeys = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; key: string }>`
    SELECT id, key FROM messages WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, key }) => [id, key]));
};

export const selectTemplatesThere = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM message_templates WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[]) AND archived_at IS NULL`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
};
