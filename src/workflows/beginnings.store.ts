import { sql } from 'kysely';
import type { EventKind } from '../events/rules/event-kinds.ts';
import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import { matching, type Audience } from './audience.store.ts';
import type { Booked } from './rules/expected-events.ts';

/** Events of these kinds since then, the newest first. */
export const selectPastEvents = async (
  trx: ClinicTransaction,
  kinds: readonly EventKind[],
  since: Temporal.Instant,
  limit: number,
): Promise<RecordedEvent[]> => {
  if (kinds.length === 0) return [];
  const { rows } = await sql<RecordedEvent>`
    SELECT id, kind, source, external_id AS "externalId", occurred_at AS "occurredAt", patient_id AS "patientId",
      lead_id AS "leadId", appointment_id AS "appointmentId", call_id AS "callId", payload
    FROM events WHERE clinic_id = ${trx.clinicId} AND kind = ANY(${kinds}::text[]) AND occurred_at >= ${since}
    ORDER BY occurred_at DESC, id DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

/** An appointment as what began a workflow. */
export const bookedColumns = sql`id, patient_id AS "patientId", practitioner_id AS "practitionerId", starts_at AS "startsAt",
  ends_at AS "endsAt", status, reason, type_id AS "typeId", created_at AS "bookedAt"`;

/** What stands in the book between two times, the earliest first. */
export const selectBook = async (
  trx: ClinicTransaction,
  from: Temporal.Instant,
  to: Temporal.Instant,
  limit: number,
): Promise<Booked[]> => {
  const { rows } = await sql<Booked>`
    SELECT ${bookedColumns} FROM appointments
    WHERE clinic_id = ${trx.clinicId} AND starts_at >= ${from} AND starts_at < ${to}
    ORDER BY starts_at, id LIMIT ${limit}`.execute(trx);
  return rows;
};

/** Patients for whom the filter holds, in the order in which they became patients. */
export const selectMatching = async (
  trx: ClinicTransaction,
  audience: Audience,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`${plannedForValues}
    SELECT p.id FROM patients p WHERE ${matching(trx, audience)} ORDER BY p.id LIMIT ${limit}`.execute(trx);
  return rows.map(({ id }) => id);
};
