import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Row = {
  id: string;
  at: Temporal.Instant;
  action: string;
  by: string | null;
  detail: Extract<TimelineEntry, { kind: 'change' }>['detail'];
};

/** What the audit log says was done with this record. Looking at it is no change; notes and consents stand there themselves. */
const notHere = [
  'patient.seen',
  'patient.note-added',
  'patient.note-changed',
  'consent.given',
  'consent.withdrawn',
  'consent.opted-out',
  'consent.opted-in',
];

export const selectChangeEntries = async (
  trx: ClinicTransaction,
  { patientId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT l.id, l.at, l.action, u.name AS by, l.detail
    FROM audit_log l LEFT JOIN users u ON u.id = l.user_id
    WHERE l.clinic_id = ${trx.clinicId} AND l.subject_id = ${patientId} AND l.subject_kind = 'patient'
      AND l.action <> ALL(${notHere}::text[]) AND ${olderThan(before, sql`l.at`, sql`l.id`)}
    ORDER BY l.at DESC, l.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ at, ...row }) => ({ ...row, kind: 'change' as const, at: at.toString() }));
};
