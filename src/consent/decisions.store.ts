import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ContactRequest } from './rules/contact-request.ts';
import type { GateDecision } from './rules/gate-decision.ts';

export type Moment = 'planning' | 'sending';
export type NewDecision = {
  key: string;
  patientId: string;
  moment: Moment;
  request: ContactRequest;
  decision: GateDecision;
  /** takes a place under the caps */
  counts: boolean;
};

const rowOf = (
  { key, patientId, moment, request, decision, counts }: NewDecision,
  now: Temporal.Instant,
) => ({
  id: randomUUIDv7(),
  key,
  patient_id: patientId,
  moment,
  channel: request.channel,
  purpose: request.purpose,
  reason: decision.reason,
  rule: decision.rule,
  not_before: decision.notBefore,
  consent_id: decision.basis?.kind === 'consent' ? decision.basis.consentId : null,
  decision: { ...decision, request },
  decided_at: now,
  counted_at: counts ? now : null,
});

/** Keeps what was decided; the same answer to the same question again is counted, not repeated. @returns ids by key */
export const saveDecisions = async (
  trx: ClinicTransaction,
  decisions: readonly NewDecision[],
  now: Temporal.Instant,
): Promise<Map<string, string>> => {
  const rows = JSON.stringify(decisions.map((decision) => rowOf(decision, now)));
  const saved = await sql<{ key: string; id: string }>`
    INSERT INTO contact_decisions AS d (clinic_id, id, key, patient_id, moment, channel, purpose, reason, rule, not_before,
      consent_id, decision, decided_at, counted_at)
    SELECT ${trx.clinicId}, n.* FROM jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, key text, patient_id uuid, moment text,
      channel text, purpose text, reason text, rule text, not_before timestamptz, consent_id uuid, decision jsonb,
      decided_at timestamptz, counted_at timestamptz)
    ON CONFLICT (clinic_id, key, moment, reason) DO UPDATE SET times = d.times + 1, patient_id = excluded.patient_id,
      rule = excluded.rule, not_before = excluded.not_before, consent_id = excluded.consent_id,
      decision = excluded.decision, decided_at = excluded.decided_at, counted_at = excluded.counted_at
    RETURNING key, id`.execute(trx);
  return new Map(saved.rows.map(({ key, id }) => [key, id]));
};

/** These take no place under the caps any more. */
export const uncount = async (trx: ClinicTransaction, keys: readonly string[]): Promise<void> => {
  await sql`UPDATE contact_decisions SET counted_at = NULL
    WHERE clinic_id = ${trx.clinicId} AND key = ANY(${keys}::text[]) AND counted_at IS NOT NULL`.execute(trx);
};

/** `proof`: for what rests on a consent, or was stopped by a no */
export type KeptUntil = { plain: Temporal.Instant; proof: Temporal.Instant };

const expired = ({ clinicId }: ClinicTransaction, { plain, proof }: KeptUntil) => sql`
  clinic_id = ${clinicId} AND decided_at < ${plain}
  AND (decided_at < ${proof} OR (consent_id IS NULL AND reason NOT IN ('opted-out', 'do-not-call', 'consent-withdrawn')))`;

export const countDecisionsBefore = async (trx: ClinicTransaction, kept: KeptUntil): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM contact_decisions WHERE ${expired(trx, kept)}`.execute(trx);
  return rows[0]!.count;
};

export const deleteDecisionsBefore = async (
  trx: ClinicTransaction,
  kept: KeptUntil,
  limit: number,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    DELETE FROM contact_decisions WHERE clinic_id = ${trx.clinicId} AND id IN (
      SELECT id FROM contact_decisions WHERE ${expired(trx, kept)} ORDER BY decided_at LIMIT ${limit})`.execute(
    trx,
  );
  return Number(numAffectedRows ?? 0n);
};
