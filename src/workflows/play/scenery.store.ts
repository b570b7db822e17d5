import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { KnownPerson, KnownVisit } from '../rules/play/scene-view.ts';

/** Names by id. */
export const selectPractitionerNames = async (trx: ClinicTransaction): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM practitioners WHERE clinic_id = ${trx.clinicId} ORDER BY name, id`.execute(trx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Appointments of one patient, the one that is named first, then the nearest to this moment. */
export const selectVisits = async (
  trx: ClinicTransaction,
  patientId: string,
  appointmentId: string | null,
  now: Temporal.Instant,
  limit: number,
): Promise<KnownVisit[]> => {
  const { rows } = await sql<KnownVisit>`
    SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.status, a.reason,
      a.practitioner_id AS "practitionerId", p.name AS practitioner
    FROM appointments a JOIN practitioners p ON p.clinic_id = a.clinic_id AND p.id = a.practitioner_id
    WHERE a.clinic_id = ${trx.clinicId} AND a.patient_id = ${patientId}
    ORDER BY a.id = ${appointmentId}::uuid IS TRUE DESC, abs(extract(epoch FROM a.starts_at - ${now}::timestamptz)), a.id
    LIMIT ${limit}`.execute(trx);
  return rows;
};

/** An event of this patient. */
export const selectEventOf = async (
  trx: ClinicTransaction,
  patientId: string,
  eventId: string,
): Promise<KnownPerson['event']> => {
  const { rows } = await sql<NonNullable<KnownPerson['event']>>`
    SELECT id, kind, occurred_at AS "occurredAt", payload FROM events
    WHERE clinic_id = ${trx.clinicId} AND id = ${eventId} AND patient_id = ${patientId}`.execute(trx);
  return rows[0] ?? null;
};
