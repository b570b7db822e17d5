import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Entry = Extract<TimelineEntry, { kind: 'consent' }>;
type Row = Omit<Entry, 'kind' | 'at'> & { at: Temporal.Instant };

/** A consent is given and withdrawn, an opt-out is made and lifted: each deed by itself, on its day. */
export const selectConsentEntries = async (
  trx: ClinicTransaction,
  { patientId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const mine = sql`t.clinic_id = ${trx.clinicId} AND t.patient_id = ${patientId}`;
  // The second deed of a row needs an id of its own, the same each time.
  const second = sql`md5(t.id::text)::uuid`;
  const { rows } = await sql<Row>`
    SELECT e.id, e.at, e.deed, e.purpose, e.channel, e.how, u.name AS by FROM (
      SELECT t.id, t.obtained_at AS at, 'given' AS deed, t.purpose, t.channel, t.method AS how, t.recorded_by AS user_id
        FROM contact_consents t WHERE ${mine}
      UNION ALL SELECT ${second}, t.withdrawn_at, 'withdrawn', t.purpose, t.channel, NULL, t.withdrawn_by
        FROM contact_consents t WHERE ${mine} AND t.withdrawn_at IS NOT NULL
      UNION ALL SELECT t.id, t.since, 'opted-out', t.purpose, t.channel, t.how, t.recorded_by
        FROM contact_opt_outs t WHERE ${mine}
      UNION ALL SELECT ${second}, t.lifted_at, 'opted-in', t.purpose, t.channel, t.lifted_how, t.lifted_by
        FROM contact_opt_outs t WHERE ${mine} AND t.lifted_at IS NOT NULL
    ) e LEFT JOIN users u ON u.id = e.user_id
    WHERE ${olderThan(before, sql`e.at`, sql`e.id`)}
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ at, ...row }) => ({ ...row, kind: 'consent' as const, at: at.toString() }));
};
