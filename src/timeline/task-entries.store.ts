import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Entry = Extract<TimelineEntry, { kind: 'task' }>;
type Row = Omit<Entry, 'kind' | 'at' | 'taskId' | 'dueAt' | 'doneAt'> & {
  at: Temporal.Instant;
  dueAt: Temporal.Instant | null;
  doneAt: Temporal.Instant | null;
};

/** What was to be done about this person, on the day it came up. */
export const selectTaskEntries = async (
  trx: ClinicTransaction,
  { patientId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT t.id, t.created_at AS at, t.kind AS "taskKind", t.title, t.body, s.name AS owner, t.due_at AS "dueAt",
      t.done_at AS "doneAt", d.name AS "doneBy"
    FROM tasks t LEFT JOIN staff_members s ON s.clinic_id = t.clinic_id AND s.id = t.owner_id
    LEFT JOIN users d ON d.id = t.done_by
    WHERE t.clinic_id = ${trx.clinicId} AND t.patient_id = ${patientId} AND ${olderThan(before, sql`t.created_at`, sql`t.id`)}
    ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ at, dueAt, doneAt, ...row }) => ({
    ...row,
    kind: 'task' as const,
    taskId: row.id,
    at: at.toString(),
    dueAt: dueAt?.toString() ?? null,
    doneAt: doneAt?.toString() ?? null,
  }));
};
