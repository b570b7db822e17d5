import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import { careKindSchema, type TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Entry = Extract<TimelineEntry, { kind: 'care' }>;
type Row = Omit<Entry, 'kind' | 'at'> & { at: Temporal.Instant };

/** What was done for this person and what was paid: the events tell it, whoever they came from. */
export const selectCareEntries = async (
  trx: ClinicTransaction,
  { patientId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT e.id, e.occurred_at AS at, e.kind AS deed, coalesce(e.payload->>'name', e.payload->>'product') AS name,
      e.payload->>'milestone' AS milestone,
      CASE WHEN e.payload ? 'amountCents' THEN jsonb_build_object('cents', (e.payload->>'amountCents')::integer,
        'currency', e.payload->>'currency') END AS amount,
      e.payload->>'dueOn' AS "dueOn", e.payload->>'fault' AS fault
    FROM events e
    WHERE e.clinic_id = ${trx.clinicId} AND e.patient_id = ${patientId} AND e.kind = ANY(${careKindSchema.options}::text[])
      AND ${olderThan(before, sql`e.occurred_at`, sql`e.id`)}
    ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ at, ...row }) => ({ ...row, kind: 'care' as const, at: at.toString() }));
};
