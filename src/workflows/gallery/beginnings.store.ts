import { sql } from 'kysely';
import type { EventKind } from '../../events/rules/event-kinds.ts';
import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { matching, type Audience } from '../audiences/audience.store.ts';
import type { Booked } from '../rules/expected-events.ts';

/** Events of these kinds between two moments, the newest first. @param since null: however long ago */
export const selectEvents = async (
  trx: ClinicTransaction,
  kinds: readonly EventKind[],
  { since, until }: { since: Temporal.Instant | null; until: Temporal.Instant },
  limit: number,
): Promise<RecordedEvent[]> => {
  if (kinds.length === 0) return [];
  // By kind: each is read from its index, so that those that hardly ever happen are not looked for among all others.
  const { rows } = await sql<RecordedEvent>`
    SELECT e.id, e.kind, e.source, e.external_id AS "externalId", e.occurred_at AS "occurredAt", e.patient_id AS "patientId",
      e.lead_id AS "leadId", e.appointment_id AS "appointmentId", e.call_id AS "callId", e.payload
    FROM unnest(${kinds}::text[]) AS k(kind) CROSS JOIN LATERAL (
      SELECT * FROM events WHERE clinic_id = ${trx.clinicId} AND events.kind = k.kind AND occurred_at <= ${until}
        AND occurred_at >= coalesce(${since}::timestamptz, '-infinity')
      ORDER BY occurred_at DESC, id DESC LIMIT ${limit}) e
    ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${limit}`.execute(trx);
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
