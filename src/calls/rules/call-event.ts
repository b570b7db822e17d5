import type { AnyNewEvent } from '../../events/rules/new-event.ts';
import type { CallState } from './call-state.ts';
import { isEmergency } from './recognised-emergency.ts';

export type CallOfEvent = {
  id: string;
  direction: 'inbound' | 'outbound';
  fromNumber: string;
  toNumber: string;
  patientId: string | null;
  leadId: string | null;
  startedAt: Temporal.Instant;
};

const aboutCall = ({ id, patientId, leadId }: CallOfEvent, occurredAt: Temporal.Instant) => ({
  occurredAt,
  callId: id,
  patientId,
  leadId,
});

const callerOf = ({ patientId, leadId }: CallOfEvent): 'patient' | 'lead' | 'unknown' =>
  patientId !== null ? 'patient' : leadId === null ? 'unknown' : 'lead';

const missed = ['abandoned', 'missed', 'failed'];

/**
 * Somebody calls. That it is an emergency may be known only later: then it is told again, once for each call, and workflows
 * that have taken the call in do not do so twice (`entryKey`).
 */
const incoming = (
  call: CallOfEvent,
  before: CallState | null,
  state: CallState,
  now: Temporal.Instant,
): AnyNewEvent[] => {
  const emergency = isEmergency(state);
  const again = emergency && before !== null && !isEmergency(before);
  if (call.direction !== 'inbound' || (before !== null && !again)) return [];
  const { fromNumber, toNumber } = call;
  const payload = { fromNumber, toNumber, caller: callerOf(call), language: state.language, emergency };
  const key = emergency ? { key: `${call.id}:emergency` } : {};
  return [{ ...aboutCall(call, now), kind: 'INCOMING_CALL', payload, ...key }];
};

/**
 * What a step of a call is for the rest of the house. One that is learned late (a call was answered after all) is told
 * again under its new name; the same twice is not.
 * @param before null: the call is new
 */
export const eventsOfCall = (
  call: CallOfEvent,
  before: CallState | null,
  state: CallState,
  now: Temporal.Instant,
): AnyNewEvent[] => {
  const { phase, wish } = state;
  const begun = incoming(call, before, state, now);
  if (phase.at !== 'ended') return begun;
  if (before?.phase.at === 'ended' && before.phase.outcome === phase.outcome) return begun;
  const { direction, fromNumber, toNumber } = call;
  const { outcome } = phase;
  const seconds = Math.max(0, Math.round(now.since(call.startedAt).total('seconds')));
  const kind = direction === 'inbound' && missed.includes(outcome) ? 'MISSED_CALL' : 'CALL_COMPLETED';
  const wanted = { departmentId: wish?.departmentId ?? null, menuChoice: wish?.menuLabel ?? null };
  const emergency = isEmergency(state);
  const payload = { direction, fromNumber, toNumber, outcome, seconds, ...wanted, emergency };
  return [...begun, { ...aboutCall(call, now), kind, payload, key: `${call.id}:${kind}` }];
};
