import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { recordingIn } from '../events/record-event.ts';
import type { AnyNewEvent } from '../events/rules/new-event.ts';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { notice } from '../platform/live-updates.ts';
import { emergencyJson, historyJson, type Receipt } from './calls.store.ts';
import { statusOf, type CallState } from './rules/call-state.ts';
import type { HistoryEntry } from './rules/decision.ts';

export const newCallId = (): string => randomUUIDv7();

export type NewCall = {
  id: string;
  carrierSid: string;
  fromNumber: string;
  toNumber: string;
  forwardedFrom: string | null;
  language: Language;
  callerName: string | null;
  patientId: string | null;
  leadId: string | null;
};

const rowOf = (trx: ClinicTransaction, call: NewCall, state: CallState, now: Temporal.Instant) => ({
  clinic_id: trx.clinicId,
  id: call.id,
  carrier_sid: call.carrierSid,
  direction: state.direction,
  from_number: call.fromNumber,
  to_number: call.toNumber,
  forwarded_from: call.forwardedFrom,
  language: call.language,
  status: statusOf(state),
  status_since: now,
  outcome: state.phase.at === 'ended' ? state.phase.outcome : null,
  state: JSON.stringify(state),
  caller_name: call.callerName,
  patient_id: call.patientId,
  lead_id: call.leadId,
  department_id: state.wish?.departmentId ?? null,
  emergency: emergencyJson(state),
  answered_by: state.answeredBy,
  answered_at: state.answeredBy === null ? null : now,
  ended_at: state.phase.at === 'ended' ? now : null,
  started_at: now,
  last_fact_at: now,
});

const insertHistory = async (
  trx: ClinicTransaction,
  callId: string,
  history: readonly HistoryEntry[],
  now: Temporal.Instant,
): Promise<void> => {
  await sql`INSERT INTO call_routing_history (clinic_id, call_id, seq, at, kind, reason, staff_id, detail)
    SELECT ${trx.clinicId}, ${callId}, seq, ${now}, kind, reason, staff_id, detail
    FROM jsonb_to_recordset(${historyJson(history, 0)}::jsonb) AS h(seq int, kind text, reason text, staff_id uuid, detail jsonb)`.execute(
    trx,
  );
};

/** A call that we begin ourselves. */
export const insertCall = async (
  trx: ClinicTransaction,
  call: NewCall,
  state: CallState,
  now: Temporal.Instant,
  history: readonly HistoryEntry[] = [],
): Promise<void> => {
  await trx
    .insertInto('call_logs')
    .values(rowOf(trx, call, { ...state, steps: history.length }, now))
    .execute();
  if (history.length > 0) await insertHistory(trx, call.id, history, now);
};

/**
 * Claims the carrier's call for a new call of ours and stores what was decided first about it, in one statement; of two
 * requests at once the second waits for the first. Word of it goes to the open portals.
 * @returns `entered` false: it was claimed before. `answered` false: this webhook was answered before. In both cases
 * nothing of it may stay.
 */
export const insertInboundCall = async (
  trx: ClinicTransaction,
  call: NewCall,
  first: {
    state: CallState;
    history: HistoryEntry[];
    receipt: Receipt | null;
    events: AnyNewEvent[];
    now: Temporal.Instant;
  },
): Promise<{ entered: boolean; answered: boolean }> => {
  const { state, history, receipt } = first;
  const now = first.now.toString();
  const { state: stateJson, emergency, ...row } = rowOf(trx, call, state, first.now);
  const recording = recordingIn(trx, first.events, 'claimed');
  const { rows } = await sql<{ calls: number; receipts: number }>`
    WITH claimed AS (
      INSERT INTO carrier_calls (carrier_sid, clinic_id, call_id) VALUES (${call.carrierSid}, ${trx.clinicId}, ${call.id})
      ON CONFLICT (carrier_sid) DO NOTHING RETURNING 1
    ), call AS (
      INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, forwarded_from, language, status,
        status_since, outcome, state, caller_name, patient_id, lead_id, department_id, answered_by, answered_at, ended_at,
        started_at, last_fact_at, emergency)
      SELECT r.clinic_id, r.id, r.carrier_sid, r.direction, r.from_number, r.to_number, r.forwarded_from, r.language, r.status,
        r.status_since, r.outcome, ${stateJson}::jsonb, r.caller_name, r.patient_id, r.lead_id, r.department_id, r.answered_by,
        r.answered_at, r.ended_at, r.started_at, r.last_fact_at, ${emergency}::jsonb
      FROM jsonb_populate_record(NULL::call_logs, ${JSON.stringify(row)}::jsonb) AS r, claimed
      RETURNING 1
    ), history AS (
      INSERT INTO call_routing_history (clinic_id, call_id, seq, at, kind, reason, staff_id, detail)
      SELECT ${trx.clinicId}, ${call.id}, h.seq, ${now}::timestamptz, h.kind, h.reason, h.staff_id, h.detail
      FROM jsonb_to_recordset(${historyJson(history, 0)}::jsonb) AS h(seq int, kind text, reason text, staff_id uuid, detail jsonb), claimed
    ), receipt AS (
      INSERT INTO webhook_receipts (clinic_id, key, call_id, at, endpoint, params, response)
      SELECT ${trx.clinicId}, ${receipt?.key ?? null}, ${call.id}, ${now}::timestamptz, ${receipt?.endpoint ?? ''}, ${JSON.stringify(receipt?.params ?? {})}::jsonb, ${receipt?.response ?? ''}
      FROM claimed WHERE ${receipt !== null}
      ON CONFLICT (clinic_id, key) DO NOTHING
      RETURNING 1
    ), ${recording.expressions}
    SELECT ${recording.bell}, (SELECT count(*)::int FROM call) AS calls, (SELECT count(*)::int FROM receipt) AS receipts,
      ${notice({ clinicId: trx.clinicId, topic: 'calls', id: call.id })}`.execute(trx);
  const { calls, receipts } = rows[0]!;
  return { entered: calls === 1, answered: receipt === null || receipts === 1 };
};
