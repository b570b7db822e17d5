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
      source, source_id, key, created_by, created_at)
    SELECT ${trx.clinicId}, n.id, n.kind, n.title, n.body, coalesce(n.patient_id, c.patient_id),
      coalesce(n.phone_number, CASE WHEN n.kind = 'callback' AND c.other_number LIKE '+%' THEN c.other_number END), n.call_id,
      n.appointment_id, n.owner_id, n.due_at, n.source, n.source_id, n.key, n.created_by, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(tasks.map(rowOf))}::jsonb) AS n(id uuid, kind text, title text, body text,
      patient_id uuid, phone_number text, call_id uuid, appointment_id uuid, owner_id uuid, due_at timestamptz, source text,
      source_id uuid, key text, created_by uuid)
    LEFT JOIN call_logs c ON c.clinic_id = ${trx.clinicId} AND c.id = n.call_id
    ON CONFLICT (clinic_id, key) DO NOTHING
    RETURNING id`.execute(trx);
  return new Set(rows.map(({ id }) => id));
};
