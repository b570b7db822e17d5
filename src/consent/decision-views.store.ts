import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ConsentCursor } from './rules/consent-cursor.ts';
import type { DecisionView } from './rules/decision-view.ts';
import type { GateDecision } from './rules/gate-decision.ts';

/** As it is stored: JSON, so that instants are texts. */
type Stored = Pick<DecisionView, 'to' | 'zone' | 'place' | 'checks' | 'disclosures'> & {
  basis: GateDecision['basis'];
  request: Pick<DecisionView, 'voice' | 'by'>;
};
type Row = Pick<
  DecisionView,
  'id' | 'key' | 'workflow' | 'moment' | 'channel' | 'purpose' | 'reason' | 'rule' | 'times'
> & {
  patientId: string;
  patientName: string;
  notBefore: Temporal.Instant | null;
  decidedAt: Temporal.Instant;
  counts: boolean;
  decision: Stored;
  consentId: string | null;
  obtainedAt: Temporal.Instant | null;
  method: string | null;
  proof: string | null;
};

/** What was ordered has the key of its contact, and says by which workflow, as it was then. */
const workflow = sql`(
  SELECT jsonb_build_object('instanceId', m.cause->'instanceId', 'name', m.cause->'workflowName',
    'version', m.cause->'workflowVersion', 'step', m.cause->'stepNumber')
  FROM messages m WHERE m.clinic_id = d.clinic_id AND m.key = d.key AND m.cause->>'kind' = 'workflow'
  UNION ALL
  SELECT jsonb_build_object('instanceId', o.instance_id, 'name', o.says->'workflowName',
    'version', o.says->'workflowVersion', 'step', o.says->'stepNumber')
  FROM ordered_calls o WHERE o.clinic_id = d.clinic_id AND o.key = d.key LIMIT 1)`;

const select = (trx: ClinicTransaction, where: RawBuilder<unknown>) => sql<Row>`
  SELECT d.id, d.key, d.patient_id AS "patientId", p.given_name || ' ' || p.family_name AS "patientName", d.moment, d.channel,
    d.purpose, d.reason, d.rule, d.times, d.not_before AS "notBefore", d.decided_at AS "decidedAt",
    d.counted_at IS NOT NULL AS counts, d.decision, ${workflow} AS workflow, c.id AS "consentId", c.obtained_at AS "obtainedAt", c.method, c.proof
  FROM contact_decisions d
  JOIN patients p ON p.clinic_id = d.clinic_id AND p.id = d.patient_id
  LEFT JOIN contact_consents c ON c.clinic_id = d.clinic_id AND c.id = d.consent_id
  WHERE d.clinic_id = ${trx.clinicId} AND ${where}`;

const consentOf = ({ consentId, obtainedAt, method, proof }: Row): DecisionView['consent'] =>
  consentId === null || obtainedAt === null || method === null
    ? null
    : { id: consentId, obtainedAt: obtainedAt.toString(), method, proof };

const viewOf = (row: Row): DecisionView => {
  const { id, key, moment, channel, purpose, reason, rule, times, counts, decision } = row;
  const { to, zone, place, checks, disclosures, basis, request } = decision;
  return {
    id,
    key,
    workflow: row.workflow,
    moment,
    channel,
    purpose,
    reason,
    rule,
    times,
    counts,
    to,
    zone,
    place,
    checks,
    disclosures,
    voice: request.voice,
    by: request.by,
    patient: { id: row.patientId, name: row.patientName },
    allowed: reason === 'allowed',
    basis: basis?.kind ?? null,
    consent: consentOf(row),
    notBefore: row.notBefore?.toString() ?? null,
    decidedAt: row.decidedAt.toString(),
  };
};

export const selectDecision = async (trx: ClinicTransaction, id: string): Promise<DecisionView | null> => {
  const { rows } = await select(trx, sql`d.id = ${id}`).execute(trx);
  return rows[0] === undefined ? null : viewOf(rows[0]);
};

/** Newest first. @param contact one contact's, by its key, planning and sending */
export const selectDecisionPage = async (
  trx: ClinicTransaction,
  patientId: string,
  { contact, after, limit }: { contact: string | null; after: ConsentCursor | null; limit: number },
): Promise<DecisionView[]> => {
  const where = sql.join(
    [
      sql`d.patient_id = ${patientId}`,
      ...(contact === null ? [] : [sql`d.key = ${contact}`]),
      ...(after === null ? [] : [sql`(d.decided_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`]),
    ],
    sql` AND `,
  );
  const order = sql`ORDER BY d.decided_at DESC, d.id DESC LIMIT ${limit}`;
  return (await sql<Row>`${select(trx, where)} ${order}`.execute(trx)).rows.map(viewOf);
};
