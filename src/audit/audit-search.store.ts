import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import type { AuditCursor } from './rules/audit-cursor.ts';
import type { AuditFilter, AuditItem } from './rules/audit-views.ts';

type Row = Omit<AuditItem, 'at' | 'subject'> & {
  at: Temporal.Instant;
  subjectKind: string;
  subjectId: string | null;
  subjectName: string | null;
};

/** The newest entries first; a day begins at midnight in the clinic's zone. */
export const selectEntries = async (
  trx: ClinicTransaction,
  filter: AuditFilter & { limit: number; after: AuditCursor | null },
): Promise<AuditItem[]> => {
  const { person, kind, action, subject, from, to, limit, after } = filter;
  const midnight = (day: string) =>
    sql`(${day}::date)::timestamp AT TIME ZONE (SELECT time_zone FROM clinics WHERE id = ${trx.clinicId})`;
  const conditions = [
    sql`a.clinic_id = ${trx.clinicId}`,
    ...(person === undefined ? [] : [sql`a.user_id = ${person}`]),
    ...(kind === undefined ? [] : [sql`a.kind = ${kind}`]),
    ...(action === undefined ? [] : [sql`a.action = ${action}`]),
    ...(subject === undefined ? [] : [sql`a.subject_id = ${subject}`]),
    ...(from === undefined ? [] : [sql`a.at >= ${midnight(from)}`]),
    ...(to === undefined ? [] : [sql`a.at < ${midnight(to)} + interval '1 day'`]),
    ...(after === null ? [] : [sql`(a.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`]),
  ];
  const { rows } = await sql<Row>`${plannedForValues}
    SELECT a.id, a.at, a.user_id AS "userId", u.name AS "userName", a.action, a.subject_kind AS "subjectKind",
           a.subject_id AS "subjectId", about.name AS "subjectName", k.name AS "apiKey", a.detail
    FROM audit_log a LEFT JOIN users u ON u.id = a.user_id
    LEFT JOIN users about ON a.subject_kind = 'user' AND about.id = a.subject_id
    LEFT JOIN api_keys k ON k.clinic_id = a.clinic_id AND k.id = a.api_key_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY a.at DESC, a.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ at, subjectKind, subjectId, subjectName, ...row }) => ({
    ...row,
    at: at.toString(),
    subject: { kind: subjectKind, id: subjectId, name: subjectName },
  }));
};

/** The patients and callers among these subjects, by name, or by number where none is known. */
export const selectSubjectNames = async (
  trx: ClinicTransaction,
  subjectIds: string[],
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, given_name || ' ' || family_name AS name FROM patients
    WHERE clinic_id = ${trx.clinicId} AND id = ANY(${subjectIds}::uuid[])
    UNION ALL
    SELECT c.id, coalesce(c.caller_name, nullif(c.from_number, 'anonymous')) FROM call_logs c
    WHERE c.clinic_id = ${trx.clinicId} AND c.id = ANY(${subjectIds}::uuid[])
    UNION ALL
    SELECT v.id, coalesce(c.caller_name, nullif(c.from_number, 'anonymous')) FROM voicemail_messages v
    JOIN call_logs c ON c.clinic_id = v.clinic_id AND c.id = v.call_id
    WHERE v.clinic_id = ${trx.clinicId} AND v.id = ANY(${subjectIds}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Everybody who stands in this clinic's log, also those who have left. */
export const selectPeople = async (trx: ClinicTransaction): Promise<{ id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT u.id, u.name FROM users u
    WHERE EXISTS (SELECT 1 FROM audit_log a WHERE a.clinic_id = ${trx.clinicId} AND a.user_id = u.id)
    ORDER BY u.name, u.id LIMIT 1000`.execute(trx);
  return rows;
};
