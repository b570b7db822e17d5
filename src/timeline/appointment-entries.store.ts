import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Status = Extract<TimelineEntry, { kind: 'appointment' }>['status'];
type Row = {
  id: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  reason: string;
  status: Status;
  practitioner: string;
};

/** Appointments, those to come included. */
export const selectAppointmentEntries = async (
  trx: ClinicTransaction,
  { patientId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.reason, a.status, p.name AS practitioner
    FROM appointments a JOIN practitioners p ON p.clinic_id = a.clinic_id AND p.id = a.practitioner_id
    WHERE a.clinic_id = ${trx.clinicId} AND a.patient_id = ${patientId} AND ${olderThan(before, sql`a.starts_at`, sql`a.id`)}
    ORDER BY a.starts_at DESC, a.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    kind: 'appointment' as const,
    appointmentId: row.id,
    at: startsAt.toString(),
    endsAt: endsAt.toString(),
  }));
};
