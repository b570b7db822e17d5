import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { NewTask } from './create-tasks.ts';

const rowOf = (task: NewTask & { id: string }) => ({
  id: task.id,
  kind: task.kind,
  title: task.title ?? null,
  body: task.body ?? null,
  patient_id: task.patientId ?? null,
  phone_number: task.phoneNumber ?? null,
  call_id: task.callId ?? null,
  appointment_id: task.appointmentId ?? null,
  owner_id: task.ownerId ?? null,
  due_at: task.dueAt ?? null,
  source: task.from.source,
  source_id: task.from.source === 'staff' ? null : task.from.sourceId,
  workflow: task.from.source === 'workflow' ? task.from.workflow : null,
  key: task.key ?? null,
  created_by: task.from.source === 'staff' ? task.from.userId : null,
});

/** @returns the ids of those that were not there yet */
export const insertTasks = async (
  trx: ClinicTransaction,
  tasks: readonly (NewTask & { id: string })[],
  at: Temporal.Instant,
): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO tasks (clinic_id, id, kind, title, body, patient_id, phone_number, call_id, appointment_id, owner_id, due_at,
      source, source_id, workflow, key, created_by, created_at)
    SELECT ${trx.clinicId}, n.id, n.kind, n.title, n.body, coalesce(n.patient_id, c.patient_id),
      coalesce(n.phone_number, CASE WHEN n.kind = 'callback' AND c.other_number LIKE '+%' THEN c.other_number END), n.call_id,
      n.appointment_id, n.owner_id, n.due_at, n.source, n.source_id, n.workflow, n.key, n.created_by, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(tasks.map(rowOf))}::jsonb) AS n(id uuid, kind text, title text, body text,
      patient_id uuid, phone_number text, call_id uuid, appointment_id uuid, owner_id uuid, due_at timestamptz, source text,
      source_id uuid, workflow jsonb, key text, created_by uuid)
    LEFT JOIN call_logs c ON c.clinic_id = ${trx.clinicId} AND c.id = n.call_id
    ON CONFLICT (clinic_id, key) DO NOTHING
    RETURNING id`.execute(trx);
  return new Set(rows.map(({ id }) => id));
};

/** Whether these are this clinic's. */
export const areKnown = async (
  trx: ClinicTransaction,
  ids: { patientId: string | null; callId: string | null; ownerId: string | null },
): Promise<{ patient: boolean; call: boolean; owner: boolean }> => {
  const { rows } = await sql<{ patient: boolean; call: boolean; owner: boolean }>`
    SELECT ${ids.patientId}::uuid IS NULL OR EXISTS (SELECT FROM patients WHERE clinic_id = ${trx.clinicId}
        AND id = ${ids.patientId}::uuid AND merged_into IS NULL) AS patient,
      ${ids.callId}::uuid IS NULL OR EXISTS (SELECT FROM call_logs WHERE clinic_id = ${trx.clinicId}
        AND id = ${ids.callId}::uuid) AS call,
      ${ids.ownerId}::uuid IS NULL OR EXISTS (SELECT FROM staff_members WHERE clinic_id = ${trx.clinicId}
        AND id = ${ids.ownerId}::uuid AND left_at IS NULL) AS owner`.execute(trx);
  return rows[0]!;
};

type Standing = { kind: string; revision: number; done: boolean };

/** Locked until the transaction ends. */
export const lockTask = async (trx: ClinicTransaction, id: string): Promise<Standing | null> => {
  const { rows } = await sql<Standing>`SELECT kind, revision, done_at IS NOT NULL AS done FROM tasks
    WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

export const updateTask = async (
  trx: ClinicTransaction,
  id: string,
  change: { title?: string | null; body?: string | null; due_at?: Temporal.Instant | null } & {
    owner_id?: string | null;
    done_at?: Temporal.Instant | null;
    done_by?: string | null;
  },
): Promise<void> => {
  await trx
    .updateTable('tasks')
    .set({ ...change, revision: sql`revision + 1` })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};

/** @returns whether there was any */
export const clearOwner = async (trx: ClinicTransaction, staffId: string): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`UPDATE tasks SET owner_id = NULL, revision = revision + 1
    WHERE clinic_id = ${trx.clinicId} AND owner_id = ${staffId} AND done_at IS NULL RETURNING id`.execute(
    trx,
  );
  return rows.length > 0;
};

/** How a number typed without a country code is read. */
export const selectCountry = async (
  trx: ClinicTransaction,
): Promise<{ country: string | null; number: string | null }> => {
  const { rows } = await sql<{ country: string | null; number: string | null }>`SELECT c.country,
      (SELECT min(n.phone_number) FROM clinic_phone_numbers n WHERE n.clinic_id = c.id) AS number
    FROM clinics c WHERE c.id = ${trx.clinicId}`.execute(trx);
  return rows[0]!;
};
