import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { TaskCursor } from './rules/task-cursor.ts';
import type { TaskView } from './rules/task-view.ts';

type Row = Pick<
  TaskView,
  | 'id'
  | 'kind'
  | 'title'
  | 'body'
  | 'phoneNumber'
  | 'callId'
  | 'source'
  | 'sourceId'
  | 'workflow'
  | 'createdBy'
  | 'doneBy'
> & {
  patientId: string | null;
  patientName: string | null;
  appointmentId: string | null;
  startsAt: Temporal.Instant | null;
  ownerId: string | null;
  ownerName: string | null;
  dueAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  doneAt: Temporal.Instant | null;
  revision: number;
};

/** A callback without a number of its own is to the person's preferred one, as it is now. */
const preferredNumber = sql`(SELECT n.phone_number FROM patient_phone_numbers n WHERE n.clinic_id = t.clinic_id
  AND n.patient_id = t.patient_id AND NOT n.unreachable ORDER BY n.preferred DESC, n.phone_number LIMIT 1)`;

const select = (trx: ClinicTransaction, where: RawBuilder<unknown>) => sql<Row>`
  SELECT t.id, t.kind, t.title, t.body, p.id AS "patientId", p.given_name || ' ' || p.family_name AS "patientName",
    CASE t.kind WHEN 'callback' THEN coalesce(t.phone_number, ${preferredNumber}) ELSE t.phone_number END AS "phoneNumber",
    t.call_id AS "callId", a.id AS "appointmentId", a.starts_at AS "startsAt", s.id AS "ownerId", s.name AS "ownerName",
    t.due_at AS "dueAt", t.source, t.source_id AS "sourceId", t.workflow, t.created_at AS "createdAt", c.name AS "createdBy",
    t.done_at AS "doneAt", d.name AS "doneBy", t.revision
  FROM tasks t
  LEFT JOIN patients p ON p.clinic_id = t.clinic_id AND p.id = t.patient_id
  LEFT JOIN appointments a ON a.clinic_id = t.clinic_id AND a.id = t.appointment_id
  LEFT JOIN staff_members s ON s.clinic_id = t.clinic_id AND s.id = t.owner_id
  LEFT JOIN users c ON c.id = t.created_by LEFT JOIN users d ON d.id = t.done_by
  WHERE t.clinic_id = ${trx.clinicId} AND ${where}`;

const viewOf = ({
  patientId,
  patientName,
  appointmentId,
  startsAt,
  ownerId,
  ownerName,
  dueAt,
  createdAt,
  doneAt,
  ...row
}: Row): TaskView => ({
  ...row,
  patient: patientId === null ? null : { id: patientId, name: patientName ?? '' },
  appointment:
    appointmentId === null || startsAt === null ? null : { id: appointmentId, startsAt: startsAt.toString() },
  owner: ownerId === null ? null : { staffId: ownerId, name: ownerName ?? '' },
  dueAt: dueAt?.toString() ?? null,
  createdAt: createdAt.toString(),
  doneAt: doneAt?.toString() ?? null,
});

export const selectTask = async (trx: ClinicTransaction, id: string): Promise<TaskView | null> => {
  const { rows } = await select(trx, sql`t.id = ${id}`).execute(trx);
  return rows[0] === undefined ? null : viewOf(rows[0]);
};

export type TaskFilter = {
  done: boolean;
  kind: string | undefined;
  /** a staff member; null: nobody's; undefined: whoever's */
  ownerId: string | null | undefined;
  patientId: string | undefined;
  callId: string | undefined;
  dueBefore: Temporal.Instant | undefined;
  after: TaskCursor | null;
  limit: number;
};

const due = sql`coalesce(t.due_at, 'infinity'::timestamptz)`;

const conditions = ({ done, kind, ownerId, patientId, callId, dueBefore, after }: TaskFilter) => [
  done ? sql`t.done_at IS NOT NULL` : sql`t.done_at IS NULL`,
  ...(kind === undefined ? [] : [sql`t.kind = ${kind}`]),
  ...(ownerId === undefined
    ? []
    : [ownerId === null ? sql`t.owner_id IS NULL` : sql`t.owner_id = ${ownerId}`]),
  ...(patientId === undefined ? [] : [sql`t.patient_id = ${patientId}`]),
  ...(callId === undefined ? [] : [sql`t.call_id = ${callId}`]),
  ...(dueBefore === undefined ? [] : [sql`${due} < ${dueBefore}`]),
  ...(after === null
    ? []
    : [
        done
          ? sql`(t.done_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
          : sql`(${due}, t.id) > (${after.at}::timestamptz, ${after.id}::uuid)`,
      ]),
];

/** What is open by when it is due, what has no time last; what is done, the last first. */
export const selectTaskPage = async (trx: ClinicTransaction, filter: TaskFilter): Promise<TaskView[]> => {
  const order = filter.done ? sql`t.done_at DESC, t.id DESC` : sql`${due}, t.id`;
  const where = sql.join(conditions(filter), sql` AND `);
  const page = sql<Row>`${select(trx, where)} ORDER BY ${order} LIMIT ${filter.limit}`;
  return (await page.execute(trx)).rows.map(viewOf);
};

/** How much is open: all of it, what is due, and what is one person's. */
export const countOpen = async (
  trx: ClinicTransaction,
  staffId: string | null,
  now: Temporal.Instant,
): Promise<{ open: number; due: number; mine: number }> => {
  const { rows } = await sql<{ open: number; due: number; mine: number }>`
    SELECT count(*) AS open, count(*) FILTER (WHERE due_at <= ${now}) AS due,
      count(*) FILTER (WHERE owner_id = ${staffId}::uuid) AS mine
    FROM tasks WHERE clinic_id = ${trx.clinicId} AND done_at IS NULL`.execute(trx);
  return rows[0]!;
};
