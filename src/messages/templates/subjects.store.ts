import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { MessageSubject } from '../rules/subject-values.ts';
import type { TemplateTexts } from '../rules/template-texts.ts';

type Person = MessageSubject['recipient'];

/** Names, by id. */
export const selectPeople = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, Person>> => {
  const { rows } = await sql<Person & { id: string }>`
    SELECT id, given_name AS "givenName", preferred_name AS "preferredName", family_name AS "familyName", salutation
    FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
};

export const selectAppointments = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, NonNullable<MessageSubject['appointment']>>> => {
  const { rows } = await sql<NonNullable<MessageSubject['appointment']> & { id: string }>`
    SELECT a.id, a.starts_at AS "startsAt", a.reason, p.name AS practitioner
    FROM appointments a JOIN practitioners p ON p.clinic_id = a.clinic_id AND p.id = a.practitioner_id
    WHERE a.clinic_id = ${trx.clinicId} AND a.id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
};

/** The version that is sent now, of each template. */
export const selectCurrentTexts = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, { version: number; texts: TemplateTexts }>> => {
  const { rows } = await sql<{ id: string; version: number; texts: TemplateTexts }>`
    SELECT t.id, v.version, v.texts FROM message_templates t
    JOIN message_template_versions v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.version = t.version
    WHERE t.clinic_id = ${trx.clinicId} AND t.id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
};

/** What the events said that began these instances of workflows. */
export const selectCauses = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
): Promise<Map<string, unknown>> => {
  const { rows } = await sql<{ id: string; payload: unknown }>`
    SELECT i.id, e.payload FROM workflow_instances i
    JOIN events e ON e.clinic_id = i.clinic_id AND e.id = i.event_id
    WHERE i.clinic_id = ${trx.clinicId} AND i.id = ANY(${instanceIds}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, payload }) => [id, payload]));
};
