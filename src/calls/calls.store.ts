import { sql } from 'kysely';
import { recordingIn } from '../events/record-event.ts';
import type { AnyNewEvent } from '../events/rules/new-event.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { notice } from '../platform/live-updates.ts';
import type { HistoryEntry } from './rules/decision.ts';
import { statusOf, type CallState } from './rules/call-state.ts';
import { isEmergency } from './rules/recognised-emergency.ts';

export type CallRow = {
  id: string;
  carrierSid: string;
  direction: 'inbound' | 'outbound';
  fromNumber: string;
  toNumber: string;
  callerName: string | null;
  patientId: string | null;
  leadId: string | null;
  startedAt: Temporal.Instant;
  state: CallState;
};

/** The call, locked until the transaction ends, and the answer already given to this very request, if any. */
export const lockCall = async (
  trx: ClinicTransaction,
  callId: string,
  receiptKey: string | null,
): Promise<{ call: CallRow; answered: string | null } | null> => {
  const { rows } = await sql<{
    id: string;
    carrier_sid: string;
    direction: 'inbound' | 'outbound';
    from_number: string;
    to_number: string;
    caller_name: string | null;
    patient_id: string | null;
    lead_id: string | null;
    started_at: Temporal.Instant;
    state: CallState;
    answered: string | null;
  }>`
    SELECT c.id, c.carrier_sid, c.direction, c.from_number, c.to_number, c.caller_name, c.patient_id, c.lead_id,
      c.started_at, c.state,
      (SELECT r.response FROM webhook_receipts r WHERE r.clinic_id = c.clinic_id AND r.key = ${receiptKey}) AS answered
    FROM call_logs c WHERE c.clinic_id = ${trx.clinicId} AND c.id = ${callId} FOR UPDATE OF c`.execute(trx);
  const [row] = rows;
  if (!row) return null;
  return {
    answered: row.answered,
    call: {
      id: row.id,
      carrierSid: row.carrier_sid,
      direction: row.direction,
      fromNumber: row.from_number,
      toNumber: row.to_number,
      callerName: row.caller_name,
      patientId: row.patient_id,
      leadId: row.lead_id,
      startedAt: row.started_at,
      state: row.state,
    },
  };
};

export type Receipt = { key: string; endpoint: string; params: Record<string, string>; response: string };

export const emergencyJson = ({ emergency }: CallState): string | null =>
  emergency ? JSON.stringify(emergency) : null;

/** As rows of call_routing_history; the first gets the number after `written`. */
export const historyJson = (history: readonly HistoryEntry[], written: number): string =>
  JSON.stringify(
    history.map((entry, index) => ({
      seq: written + index + 1,
      kind: entry.kind,
      reason: entry.reason,
      staff_id: entry.staffId ?? null,
      detail: entry.detail ?? {},
    })),
  );

/**
 * Stores what was decided, in one statement: the call, its history, the answer given, and word to the open portals.
 * `answered_at` and `ended_at` keep their first value.
 * @returns `answered` false: the same webhook was answered in the meantime, and nothing of this decision may stay
 */
export const saveDecision = async (
  trx: ClinicTransaction,
  call: { id: string; carrierSid: string },
  parts: {
    before: CallState;
    state: CallState;
    history: HistoryEntry[];
    receipt: Receipt | null;
    events: AnyNewEvent[];
    now: Temporal.Instant;
  },
): Promise<{ answered: boolean }> => {
  const { before, state, history, receipt } = parts;
  const now = parts.now.toString();
  const status = statusOf(state);
  const ended = state.phase.at === 'ended' ? state.phase : null;
  const changed =
    before.turn === 0 ||
    status !== statusOf(before) ||
    state.phase.at !== before.phase.at ||
    isEmergency(before) !== isEmergency(state);
  const recording = recordingIn(trx, parts.events, 'call');
  const { rows: saved } = await sql<{ receipts: number }>`
    WITH call AS (
      UPDATE call_logs SET state = ${JSON.stringify(state)}::jsonb, status = ${status}, last_fact_at = ${now}::timestamptz,
        status_since = CASE WHEN status = ${status} THEN status_since ELSE ${now}::timestamptz END,
        outcome = ${ended?.outcome ?? null}, department_id = ${state.wish?.departmentId ?? null}::uuid, answered_by = ${state.answeredBy}::uuid,
        answered_at = coalesce(answered_at, CASE WHEN ${state.answeredBy !== null} THEN ${now}::timestamptz END),
        emergency = ${emergencyJson(state)}::jsonb,
        ended_at = CASE WHEN ${ended !== null} THEN coalesce(ended_at, ${now}::timestamptz) END
      WHERE clinic_id = ${trx.clinicId} AND id = ${call.id} RETURNING 1
    ), history AS (
      INSERT INTO call_routing_history (clinic_id, call_id, seq, at, kind, reason, staff_id, detail)
      SELECT ${trx.clinicId}, ${call.id}, seq, ${now}::timestamptz, kind, reason, staff_id, detail
      FROM jsonb_to_recordset(${historyJson(history, before.steps)}::jsonb) AS h(seq int, kind text, reason text, staff_id uuid, detail jsonb)
    ), receipt AS (
      INSERT INTO webhook_receipts (clinic_id, key, call_id, at, endpoint, params, response)
      SELECT ${trx.clinicId}, ${receipt?.key ?? null}, ${call.id}, ${now}::timestamptz, ${receipt?.endpoint ?? ''}, ${JSON.stringify(receipt?.params ?? {})}::jsonb, ${receipt?.response ?? ''}
      WHERE ${receipt !== null}
      ON CONFLICT (clinic_id, key) DO NOTHING
      RETURNING 1
    ), ${recording.expressions}
    SELECT (SELECT count(*)::int FROM receipt) AS receipts, ${recording.bell}, CASE WHEN ${changed} THEN ${notice({ clinicId: trx.clinicId, topic: 'calls', id: call.id })} END`.execute(
    trx,
  );
  return { answered: receipt === null || saved[0]?.receipts === 1 };
};

export const insertNote = async (
  trx: ClinicTransaction,
  note: { callId: string; kind: string; reason: string; at: Temporal.Instant },
  state: CallState,
): Promise<void> => {
  await trx
    .insertInto('call_routing_history')
    .values({
      clinic_id: trx.clinicId,
      call_id: note.callId,
      seq: state.steps,
      at: note.at,
      kind: note.kind,
      reason: note.reason,
    })
    .execute();
  await trx
    .updateTable('call_logs')
    .set({ state: JSON.stringify(state), outcome: state.phase.at === 'ended' ? state.phase.outcome : null })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', note.callId)
    .execute();
};
