import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { CallFact } from './call-fact.ts';
import { customerLeads, type CallState } from './call-state.ts';
import { decide, hook, type CallContext, type Decision } from './decision.ts';
import { end, hangUp } from './end.ts';

/*
 * The carrier has no "hold". The leg that was dialled is fetched away to a document that waits; the other leg's Dial
 * ends by that, and its action is answered with the other half: the caller hears music in a queue of their own, the
 * staff member silence. Taking back joins the staff leg with that queue.
 */

const queueName = (context: CallContext): string => `hold-${context.callId}`;

/** The customer's half of a hold. */
export const customerHoldSteps = (state: CallState, context: CallContext): VoiceStep[] => [
  {
    do: 'enqueue',
    queue: queueName(context),
    music: { endpoint: 'hold-music', query: {} },
    hook: hook(state, 'queue-left'),
  },
];

/** The staff member's half: silence, as long as it takes. */
export const staffHoldSteps: VoiceStep[] = [{ do: 'pause', seconds: 3600 }, { do: 'hang-up' }];

export const takeBackSteps = (state: CallState, context: CallContext): VoiceStep[] => [
  { do: 'take-from-queue', queue: queueName(context), hook: hook(state, 'staff-left') },
];

const staffOf = (state: CallState): string | null =>
  state.phase.at === 'connected' || state.phase.at === 'held' ? state.phase.staffId : null;

/** @returns null when it is not this staff member's call, or not in a state to do so */
export const onHoldAsked = (
  state: CallState,
  fact: Extract<CallFact, { fact: 'hold-asked' }>,
): Decision | null => {
  const { phase } = state;
  if (phase.at === 'held' && phase.staffId === fact.byStaffId) return decide(state);
  if (phase.at !== 'connected' || phase.staffId !== fact.byStaffId) return null;
  // The dialled leg is fetched: the staff member's on inbound calls and the customer's on outbound ones.
  const [sid, half] = customerLeads(state)
    ? [phase.staffSid, 'hold-staff']
    : [phase.customerSid, 'hold-customer'];
  if (sid === null) return null;
  return decide(
    { ...state, phase: { ...phase, at: 'held', parked: true } },
    {
      effects: [{ effect: 'redirect', sid, hook: hook(state, half) }],
      history: [{ kind: 'held', reason: 'asked', staffId: fact.byStaffId }],
    },
  );
};

export const onResumeAsked = (
  state: CallState,
  fact: Extract<CallFact, { fact: 'resume-asked' }>,
): Decision | null => {
  const { phase } = state;
  if (staffOf(state) !== fact.byStaffId) return null;
  if (phase.at !== 'held' || phase.staffSid === null) return phase.at === 'connected' ? decide(state) : null;
  return decide(
    { ...state, phase: { ...phase, at: 'connected' } },
    {
      effects: [{ effect: 'redirect', sid: phase.staffSid, hook: hook(state, 'take-back') }],
      history: [{ kind: 'taken-back', reason: 'asked', staffId: fact.byStaffId }],
    },
  );
};

/** The Dial of the leg that was not fetched away has ended: this is its half of the hold. */
export const keepOnHold = (state: CallState, context: CallContext, asker: 'customer' | 'staff'): Decision =>
  decide(state, { steps: asker === 'staff' ? staffHoldSteps : customerHoldSteps(state, context) });

/**
 * The customer left the queue: taken back and talked, put on hold again, fetched for a transfer, or gone. Word of being
 * fetched may come before or after the fetching itself, so it never ends the call.
 */
export const onQueueLeft = (
  state: CallState,
  context: CallContext,
  fact: Extract<CallFact, { fact: 'queue-left' }>,
): Decision => {
  const { at } = state.phase;
  if (fact.callerGone) return end(state, 'completed');
  const fetched = fact.result.startsWith('redirected');
  if (at === 'held' || (at === 'connected' && fetched))
    return decide(state, { steps: customerHoldSteps(state, context) });
  if (at === 'connected') return hangUp(state);
  return decide(state, { steps: [{ do: 'redirect', hook: hook(state, 'route-to-staff') }] });
};

/** Asked back faster than the caller got into the queue, the staff member finds nobody there: they look again. */
export const onStaffLeft = (
  state: CallState,
  context: CallContext,
  fact: Extract<CallFact, { fact: 'staff-left' }>,
): Decision => {
  const { phase } = state;
  if (phase.at === 'held') return decide(state, { steps: staffHoldSteps });
  const steps: VoiceStep[] =
    phase.at === 'connected' && !fact.bridged
      ? [{ do: 'pause', seconds: 1 }, ...takeBackSteps(state, context)]
      : [{ do: 'hang-up' }];
  return decide(state, { steps });
};
