import type { ClinicTransaction } from '../platform/database/database.ts';
import { flagVoicemailsOf } from '../voicemail/flag-voicemails.ts';
import { lockCall, saveDecision, type CallRow } from './calls.store.ts';
import { eventsOfCall } from './rules/call-event.ts';
import type { Decision } from './rules/decision.ts';
import {
  denyEmergency,
  isEmergency,
  noteEmergency,
  type Emergency,
  type Sign,
} from './rules/recognised-emergency.ts';

type Marked = { ok: true; emergency: Emergency | null } | { ok: false; why: 'unknown-call' | 'not-incoming' };

const change = async (
  trx: ClinicTransaction,
  callId: string,
  now: Temporal.Instant,
  decideOn: (call: CallRow) => Decision,
): Promise<Marked> => {
  const locked = await lockCall(trx, callId, null);
  if (!locked) return { ok: false, why: 'unknown-call' };
  const { call } = locked;
  if (call.direction !== 'inbound') return { ok: false, why: 'not-incoming' };
  const { state: decided, history } = decideOn(call);
  const state = { ...decided, steps: call.state.steps + history.length };
  if (history.length > 0) {
    const events = eventsOfCall(call, call.state, state, now);
    await saveDecision(trx, call, { before: call.state, state, history, receipt: null, events, now });
    await flagVoicemailsOf(trx, callId, isEmergency(state));
  }
  return { ok: true, emergency: state.emergency ?? null };
};

/** Says of a call, live or past, that it is an emergency. What was said before is not said again. */
export const markEmergency = (
  trx: ClinicTransaction,
  callId: string,
  sign: Sign,
  now: Temporal.Instant,
): Promise<Marked> => change(trx, callId, now, ({ state }) => noteEmergency(state, sign, now));

/** Takes it back. What has been set off by it stays. */
export const unmarkEmergency = (
  trx: ClinicTransaction,
  callId: string,
  staffId: string | null,
  now: Temporal.Instant,
): Promise<Marked> => change(trx, callId, now, ({ state }) => denyEmergency(state, staffId));
