import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Row = {
  id: string;
  callId: string;
  status: 'new' | 'heard' | 'done';
  receivedAt: Temporal.Instant;
  durationSeconds: number;
  department: string | null;
};

/** Messages left in the calls that stand on this timeline. */
export const selectVoicemailEntries = async (
  trx: ClinicTransaction,
  { patientId, numbers }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT v.id, v.call_id AS "callId", v.status, v.received_at AS "receivedAt", v.duration_seconds AS "durationSeconds",
      d.name AS department
    FROM (
      SELECT c.id FROM call_logs c WHERE c.clinic_id = ${trx.clinicId} AND c.patient_id = ${patientId}
      UNION
      SELECT c.id FROM call_logs c WHERE c.clinic_id = ${trx.clinicId} AND c.patient_id IS NULL
        AND c.direction = 'inbound' AND c.from_number = ANY(${numbers}::text[])
    ) c
    JOIN voicemail_messages v ON v.clinic_id = ${trx.clinicId} AND v.call_id = c.id
    LEFT JOIN departments d ON d.clinic_id = v.clinic_id AND d.id = v.department_id
    WHERE v.binned_at IS NULL AND v.deleted_at IS NULL AND ${olderThan(before, sql`v.received_at`, sql`v.id`)}
    ORDER BY v.received_at DESC, v.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ receivedAt, ...row }) => ({
    ...row,
    kind: 'voicemail' as const,
    voicemailId: row.id,
    at: receivedAt.toString(),
  }));
};
