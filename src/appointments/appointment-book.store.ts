import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Appointment } from './rules/appointment-event.ts';
import type { AppointmentView, CancelledBy, Overlap } from './rules/appointment-views.ts';

type Row = {
  id: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  status: AppointmentView['status'];
  cancelledBy: CancelledBy | null;
  reason: string;
  revision: number;
  patient: AppointmentView['patient'];
  practitioner: AppointmentView['practitioner'];
  type: AppointmentView['type'];
};

const selection = (trx: ClinicTransaction): RawBuilder<unknown> => sql`
  SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.status, a.cancelled_by AS "cancelledBy", a.reason, a.revision,
    jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) AS patient,
    jsonb_build_object('id', d.id, 'name', d.name) AS practitioner,
    CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name, 'colour', t.colour) END AS type
  FROM appointments a
  JOIN patients p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id
  JOIN practitioners d ON d.clinic_id = a.clinic_id AND d.id = a.practitioner_id
  LEFT JOIN appointment_types t ON t.clinic_id = a.clinic_id AND t.id = a.type_id
  WHERE a.clinic_id = ${trx.clinicId}`;

const viewOf = ({ startsAt, endsAt, ...row }: Row): AppointmentView => ({
  ...row,
  startsAt: startsAt.toString(),
  endsAt: endsAt.toString(),
});

export const selectAppointment = async (
  trx: ClinicTransaction,
  id: string,
): Promise<AppointmentView | null> => {
  const { rows } = await sql<Row>`${selection(trx)} AND a.id = ${id}`.execute(trx);
  return rows[0] ? viewOf(rows[0]) : null;
};

export type BookPart = {
  from: Temporal.Instant;
  to: Temporal.Instant;
  practitionerId: string | null;
  patientId: string | null;
  after: { startsAt: string; id: string } | null;
  limit: number;
};

/** By start, those that begin in the time asked for. */
export const selectBook = async (trx: ClinicTransaction, part: BookPart): Promise<AppointmentView[]> => {
  const { practitionerId, patientId, after } = part;
  const { rows } =
    await sql<Row>`${selection(trx)} AND a.starts_at >= ${part.from} AND a.starts_at < ${part.to}
    ${practitionerId === null ? sql`` : sql`AND a.practitioner_id = ${practitionerId}`}
    ${patientId === null ? sql`` : sql`AND a.patient_id = ${patientId}`}
    ${after === null ? sql`` : sql`AND (a.starts_at, a.id) > (${after.startsAt}::timestamptz, ${after.id}::uuid)`}
    ORDER BY a.starts_at, a.id LIMIT ${part.limit}`.execute(trx);
  return rows.map(viewOf);
};

/** Locks the row: whoever changes an appointment does so alone. */
export const lockAppointment = async (
  trx: ClinicTransaction,
  id: string,
): Promise<(Appointment & { revision: number }) | null> => {
  const { rows } = await sql<Appointment & { revision: number }>`
    SELECT patient_id AS "patientId", practitioner_id AS "practitionerId", type_id AS "typeId", starts_at AS "startsAt",
      ends_at AS "endsAt", reason, status, revision
    FROM appointments WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

const columnsOf = (appointment: Appointment, cancelledBy: CancelledBy | null) => ({
  patient_id: appointment.patientId,
  practitioner_id: appointment.practitionerId,
  type_id: appointment.typeId,
  starts_at: appointment.startsAt,
  ends_at: appointment.endsAt,
  reason: appointment.reason,
  status: appointment.status,
  cancelled_by: appointment.status === 'cancelled' ? (cancelledBy ?? 'unknown') : null,
});

export const insertAppointment = async (
  trx: ClinicTransaction,
  id: string,
  appointment: Appointment,
  now: Temporal.Instant,
): Promise<void> => {
  await trx
    .insertInto('appointments')
    .values({
      ...columnsOf(appointment, null),
      clinic_id: trx.clinicId,
      id,
      created_at: now,
      updated_at: now,
    })
    .execute();
};

export const updateAppointment = async (
  trx: ClinicTransaction,
  id: string,
  appointment: Appointment,
  cancelledBy: CancelledBy | null,
  now: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('appointments')
    .set({ ...columnsOf(appointment, cancelledBy), revision: sql`revision + 1`, updated_at: now })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};

/** What else stands at that time with the practitioner or the patient and has not been given up. */
export const selectOverlaps = async (
  trx: ClinicTransaction,
  id: string,
  { practitionerId, patientId, startsAt, endsAt }: Appointment,
): Promise<Overlap[]> => {
  // The bound on the start lets the indexes find them: no appointment is longer than a day.
  const { rows } = await sql<
    Omit<Overlap, 'startsAt' | 'endsAt'> & { startsAt: Temporal.Instant; endsAt: Temporal.Instant }
  >`
    SELECT CASE WHEN a.practitioner_id = ${practitionerId} THEN 'practitioner' ELSE 'patient' END AS of, a.id AS "appointmentId",
      a.starts_at AS "startsAt", a.ends_at AS "endsAt", p.given_name || ' ' || p.family_name AS "patientName"
    FROM appointments a JOIN patients p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id
    WHERE a.clinic_id = ${trx.clinicId} AND a.id <> ${id} AND a.status NOT IN ('cancelled', 'no-show')
      AND (a.practitioner_id = ${practitionerId} OR a.patient_id = ${patientId})
      AND a.starts_at < ${endsAt} AND a.ends_at > ${startsAt} AND a.starts_at > ${startsAt.subtract({ hours: 24 })}
    ORDER BY a.starts_at, a.id LIMIT 10`.execute(trx);
  return rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt.toString(),
  }));
};

/** Whether people and things that an appointment names are there: somebody who is not merged, whoever still works here. */
export const findNamed = async (
  trx: ClinicTransaction,
  named: {
    patientId?: string | undefined;
    practitionerId?: string | undefined;
    typeId?: string | null | undefined;
  },
): Promise<{ patient: boolean; practitioner: boolean; type: { name: string; minutes: number } | null }> => {
  const { rows } = await sql<{
    patient: boolean;
    practitioner: boolean;
    type: { name: string; minutes: number } | null;
  }>`
    SELECT
      EXISTS (SELECT FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ${named.patientId ?? null} AND merged_into IS NULL) AS patient,
      EXISTS (SELECT FROM practitioners WHERE clinic_id = ${trx.clinicId} AND id = ${named.practitionerId ?? null} AND archived_at IS NULL) AS practitioner,
      (SELECT jsonb_build_object('name', name, 'minutes', minutes) FROM appointment_types
        WHERE clinic_id = ${trx.clinicId} AND id = ${named.typeId ?? null}) AS type`.execute(trx);
  return rows[0]!;
};
