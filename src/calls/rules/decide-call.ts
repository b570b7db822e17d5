import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import { chooseCallerRule } from '../../routing/rules/choose-caller-rule.ts';
import { decideEntry } from '../../routing/rules/decide-entry.ts';
import type { CallFact } from './call-fact.ts';
import type { CallState, Wish } from './call-state.ts';
import {
  after,
  decide,
  hook,
  leadSid,
  type CallContext,
  type Decision,
  type HistoryEntry,
} from './decision.ts';
import { onDialEnded, onDialEndedLate } from './dial-ended.ts';
import { end, hangUp } from './end.ts';
import { dialOutside } from './external.ts';
import {
  customerHoldSteps,
  onHoldAsked,
  onQueueLeft,
  onResumeAsked,
  onStaffLeft,
  staffHoldSteps,
  takeBackSteps,
} from './hold.ts';
import { onCallProgress, onCustomerLeg, onStaffLeg } from './legs.ts';
import { anyone, goTo, greeting, offerMenu, onKeys } from './menu.ts';
import { onOutboundAnswered } from './outbound.ts';
import { announcementIn, promptsIn } from './prompts.ts';
import { ringNext } from './ring.ts';
import { withDepartmentOf } from './recognised-emergency.ts';
import { onErrandKeys, onScriptAsked } from './script.ts';
import { onTransferAsked } from './transfer.ts';
import { onRecording, thanksSteps, toVoicemail } from './voicemail.ts';
import { onWhisperAnswered, onWhisperAsked } from './whisper.ts';

const onIncoming = (state: CallState, context: CallContext): Decision => {
  const { entry, opening } = decideEntry(context.snapshot, context.now);
  const { settings, clinic } = context.snapshot;
  const closed = announcementIn(
    state.language,
    { text: settings.afterHoursMessage, recordings: settings.recordings.afterHours },
    promptsIn(state.language).closed(clinic.name),
  );
  const before = opening.open ? [] : [closed];
  const came: HistoryEntry[] = [
    {
      kind: 'incoming',
      reason: entry.reason,
      detail: opening.open || opening.reason !== 'holiday' ? {} : { holiday: opening.holiday },
    },
  ];
  const rule = chooseCallerRule(context.snapshot, state.caller ?? null, opening.open);
  if (rule !== null) came.push({ kind: 'caller-rule', reason: rule.route.type, detail: { rule: rule.name } });
  if (rule !== null && rule.route.type !== 'menu') {
    const gone = goTo(state, context, rule.route, null);
    const heard = opening.open ? [greeting(state, context)] : before;
    return after(came, { ...gone, steps: [...heard, ...gone.steps] });
  }
  const wished: CallState = { ...state, wish: anyone() };
  switch (entry.go) {
    case 'menu':
      return after(
        came,
        offerMenu(state, context, null, opening.open ? [greeting(state, context)] : before, entry.reason),
      );
    case 'voicemail':
      return after(came, toVoicemail(wished, context, entry.reason, before));
    case 'external':
      return after(came, dialOutside(wished, context, entry.number, entry.reason, before));
    case 'assistant': {
      const next: CallState = { ...wished, phase: { at: 'assistant' } };
      return after(came, decide(next, { steps: [{ do: 'redirect', hook: hook(next, 'ai-gather') }] }));
    }
    case 'staff': {
      const greeted = ringNext(wished, context, 'announce');
      return after(came, { ...greeted, steps: [greeting(state, context), ...greeted.steps] });
    }
  }
};

const withWish = (state: CallState): CallState => {
  const wish: Wish = state.wish ?? anyone();
  return { ...state, wish };
};

/** What the caller hears when the carrier asks again about a call that we know: the same place, from its beginning. */
const resume = (state: CallState, context: CallContext): Decision => {
  const { phase } = state;
  switch (phase.at) {
    case 'menu':
      return offerMenu(
        state,
        context,
        phase.menuId,
        phase.menuId === null ? [greeting(state, context)] : [],
        'asked-again',
      );
    case 'assistant':
    case 'ringing':
    case 'waiting':
    case 'moving':
      return ringNext(withWish(state), context, 'silent');
    case 'voicemail':
      return onVoicemailAsked(state, context, 'asked-again');
    case 'held':
      return decide(state, { steps: customerHoldSteps(state, context) });
    case 'external':
      return phase.answered ? hangUp(state) : dialOutside(state, context, phase.number, 'asked-again');
    case 'outbound':
      return onOutboundAnswered(state, context, phase, null);
    case 'connected':
      return hangUp(state);
    case 'dialling':
    case 'script':
      return onScriptAsked(state, null);
    case 'ended':
      return decide(state, { steps: [{ do: 'hang-up' }] });
  }
};

/** Whoever has left a message already is not asked for another. */
const onVoicemailAsked = (state: CallState, context: CallContext, reason: string): Decision => {
  const { phase } = state;
  return phase.at === 'voicemail' && phase.recordingSid !== null
    ? decide(state, { steps: thanksSteps(state) })
    : toVoicemail(state, context, reason);
};

const onRouteAsked = (state: CallState, context: CallContext, digits: string): Decision => {
  if (state.phase.at === 'waiting' && digits === '1')
    return toVoicemail(state, context, 'chosen-while-waiting');
  return ringNext(withWish(state), context, state.phase.at === 'waiting' ? 'silent' : 'announce');
};

type Document = Extract<CallFact, { fact: 'document-asked' }>['which'];

const documentSteps = (state: CallState, context: CallContext, which: Document): VoiceStep[] => {
  switch (which) {
    case 'hold-staff':
      return staffHoldSteps;
    case 'hold-customer':
      return customerHoldSteps(state, context);
    case 'take-back':
      return takeBackSteps(state, context);
  }
};

const onSomebodyFree = (state: CallState, context: CallContext): Decision => {
  if (state.phase.at !== 'waiting' || state.phase.woken) return decide(state);
  const next: CallState = { ...state, phase: { at: 'waiting', woken: true } };
  return decide(next, {
    effects: [{ effect: 'redirect', sid: leadSid(state, context), hook: hook(next, 'route-to-staff') }],
  });
};

/** @returns null when it is not this staff member's call */
const onHangUpAsked = (state: CallState, context: CallContext, byStaffId: string): Decision | null => {
  const { phase } = state;
  if (!('staffId' in phase) || phase.staffId !== byStaffId) return null;
  // On hold the legs stand alone: ending the staff member's own would only send the customer to somebody else.
  const sid = (phase.at === 'held' ? phase.customerSid : null) ?? leadSid(state, context);
  return decide(state, { effects: [{ effect: 'end', sid }] });
};

/** Facts about legs and callbacks: nobody waits for a document. */
const quiet = (state: CallState, context: CallContext, fact: CallFact): Decision | null => {
  switch (fact.fact) {
    case 'staff-leg':
      return onStaffLeg(state, context, fact);
    case 'customer-leg':
      return onCustomerLeg(state, context, fact);
    case 'call-progress':
      return onCallProgress(state, fact);
    case 'somebody-free':
      return onSomebodyFree(state, context);
    case 'hold-asked':
      return onHoldAsked(state, fact);
    case 'resume-asked':
      return onResumeAsked(state, fact);
    case 'transfer-asked':
      return onTransferAsked(state, fact);
    case 'hang-up-asked':
      return onHangUpAsked(state, context, fact.byStaffId);
    default:
      return null;
  }
};

/** Requests overtake each other: whatever is asked after the end, nobody is rung for a caller who has gone. */
const afterTheEnd = (state: CallState, fact: CallFact): Decision => {
  if (fact.fact === 'dial-ended') return onDialEndedLate(state, fact);
  if (fact.fact === 'recording') return onRecording(state, fact);
  return decide(state, { steps: [{ do: 'hang-up' }] });
};

/** Facts that the carrier waits on, with a caller in its other hand. */
const answering = (state: CallState, context: CallContext, fact: CallFact): Decision => {
  const { phase } = state;
  if (phase.at === 'ended') return afterTheEnd(state, fact);
  switch (fact.fact) {
    case 'incoming':
      return state.turn === 0 && phase.at === 'menu' ? onIncoming(state, context) : resume(state, context);
    case 'keys':
      return phase.at === 'menu' ? onKeys(state, context, phase, fact.digits) : resume(state, context);
    case 'assistant-asked':
      return after(
        [{ kind: 'assistant', reason: 'not-set-up' }],
        ringNext(withWish(state), context, 'announce'),
      );
    case 'route-asked':
      return onRouteAsked(state, context, fact.digits);
    case 'voicemail-asked':
      return onVoicemailAsked(state, context, 'asked');
    case 'outbound-answered':
      return phase.at === 'outbound'
        ? onOutboundAnswered(state, context, phase, fact.digits)
        : resume(state, context);
    case 'script-asked':
      return phase.at === 'dialling' ? onScriptAsked(state, fact.by) : resume(state, context);
    case 'errand-keys':
      return phase.at === 'script' ? onErrandKeys(state, context, phase, fact) : resume(state, context);
    case 'dial-ended':
      return (
        onDialEnded(state, context, fact) ??
        (fact.callerGone ? end(state, 'completed') : resume(state, context))
      );
    case 'queue-left':
      return onQueueLeft(state, context, fact);
    case 'whisper-answered':
      return onWhisperAnswered(state, context, fact);
    case 'recording':
      return onRecording(state, fact);
    case 'whisper-asked':
      return onWhisperAsked(state, context, fact);
    case 'staff-left':
      return onStaffLeft(state, context, fact);
    case 'document-asked':
      return decide(state, { steps: documentSteps(state, context, fact.which) });
    default:
      return resume(state, context);
  }
};

/**
 * The one decision function of a call: `(state, fact, context with now) → new state, what the carrier does, history, effects`.
 * @returns null when the fact is a request that this call cannot follow (a transfer of somebody else's call)
 */
export const decideCall = (state: CallState, fact: CallFact, context: CallContext): Decision | null => {
  const decided = quiet(state, context, fact) ?? (isRequest(fact) ? null : answering(state, context, fact));
  if (decided === null) return null;
  const decision = withDepartmentOf(state, decided, context);
  return {
    ...decision,
    state: {
      ...decision.state,
      turn: decision.steps.length > 0 ? state.turn + 1 : state.turn,
      steps: state.steps + decision.history.length,
    },
  };
};

const isRequest = (fact: CallFact): boolean =>
  fact.fact === 'hold-asked' ||
  fact.fact === 'resume-asked' ||
  fact.fact === 'transfer-asked' ||
  fact.fact === 'hang-up-asked';
