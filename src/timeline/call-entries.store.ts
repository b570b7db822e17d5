import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Row = {
  id: string;
  direction: 'inbound' | 'outbound';
  outcome: string | null;
  number: string;
  startedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  department: string | null;
  answeredBy: string | null;
};

/**
 * Calls that were noted as this person's, and those with a number of theirs where nobody could tell who it was.
 * Each side has an index of its own, so each is read to the limit and the newest of them are taken.
 */
export const selectCallEntries = async (
  trx: ClinicTransaction,
  { patientId, numbers }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const older = olderThan(before, sql`c.started_at`, sql`c.id`);
  const calls = sql`SELECT c.id, c.direction, c.outcome, c.started_at, c.ended_at, c.department_id, c.answered_by,
    CASE c.direction WHEN 'inbound' THEN c.from_number ELSE c.to_number END AS number
    FROM call_logs c WHERE c.clinic_id = ${trx.clinicId} AND ${older}`;
  const order = sql`ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}`;
  const withNumber = sql`c.patient_id IS NULL`;
  const { rows } = await sql<Row>`
    SELECT c.id, c.direction, c.outcome, c.number, c.started_at AS "startedAt", c.ended_at AS "endedAt",
      d.name AS department, s.name AS "answeredBy"
    FROM (
      (${calls} AND c.patient_id = ${patientId} ${order})
      UNION (SELECT f.* FROM unnest(${numbers}::text[]) AS own(number)
        CROSS JOIN LATERAL (${calls} AND ${withNumber} AND c.direction = 'inbound' AND c.from_number = own.number ${order}) f)
      UNION (SELECT f.* FROM unnest(${numbers}::text[]) AS own(number)
        CROSS JOIN LATERAL (${calls} AND ${withNumber} AND c.direction = 'outbound' AND c.to_number = own.number ${order}) f)
    ) c
    LEFT JOIN departments d ON d.clinic_id = ${trx.clinicId} AND d.id = c.department_id
    LEFT JOIN staff_members s ON s.clinic_id = ${trx.clinicId} AND s.id = c.answered_by
    ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ startedAt, endedAt, ...row }) => ({
    ...row,
    kind: 'call' as const,
    callId: row.id,
    at: startedAt.toString(),
    durationSeconds: endedAt === null ? null : Math.round(endedAt.since(startedAt).total('seconds')),
  }));
};
