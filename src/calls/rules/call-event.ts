import type { AnyNewEvent } from '../../events/rules/new-event.ts';
import type { CallState } from './call-state.ts';

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
 * What a step of a call is for the rest of the house. One that is learned late (a call was answered after all) is told
 * again under its new name; the same twice is not.
 * @param before null: the call is new
 */
export const eventsOfCall = (
  call: CallOfEvent,
  before: CallState | null,
  { phase, language, wish }: CallState,
  now: Temporal.Instant,
): AnyNewEvent[] => {
  const { direction, fromNumber, toNumber } = call;
  const begun: AnyNewEvent[] =
    before === null && direction === 'inbound'
      ? [
          {
            ...aboutCall(call, now),
            kind: 'INCOMING_CALL',
            payload: { fromNumber, toNumber, caller: callerOf(call), language },
          },
        ]
      : [];
  if (phase.at !== 'ended') return begun;
  if (before?.phase.at === 'ended' && before.phase.outcome === phase.outcome) return begun;
  const { outcome } = phase;
  const seconds = Math.max(0, Math.round(now.since(call.startedAt).total('seconds')));
  const kind = direction === 'inbound' && missed.includes(outcome) ? 'MISSED_CALL' : 'CALL_COMPLETED';
  const wanted = { departmentId: wish?.departmentId ?? null, menuChoice: wish?.menuLabel ?? null };
  const payload = { direction, fromNumber, toNumber, outcome, seconds, ...wanted };
  return [...begun, { ...aboutCall(call, now), kind, payload, key: `${call.id}:${kind}` }];
};
