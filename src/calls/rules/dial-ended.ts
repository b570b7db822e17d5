import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { CallFact } from './call-fact.ts';
import type { CallState, Phase } from './call-state.ts';
import { rescueFromHold } from './conversation.ts';
import { after, decide, leadSid, type CallContext, type Decision } from './decision.ts';
import { answeredAfterAll, end, hangUp } from './end.ts';
import { keepOnHold } from './hold.ts';
import { promptsIn } from './prompts.ts';
import { ringNext } from './ring.ts';
import { toVoicemail } from './voicemail.ts';

type DialEnded = Extract<CallFact, { fact: 'dial-ended' }>;
type In<At extends Phase['at']> = Extract<Phase, { at: At }>;

const isAnswered = (status: string): boolean => status === 'completed';

/** Who talked, when the callback that would have said so was lost. */
const talkedWith = (state: CallState, phase: In<'ringing'>, legSid: string | null): string | null =>
  (legSid === null ? undefined : state.legs[legSid]?.staffId) ??
  (phase.ring.length === 1 ? (phase.ring[0]?.staffId ?? null) : null);

const ringingEnded = (
  state: CallState,
  context: CallContext,
  phase: In<'ringing'>,
  fact: DialEnded,
): Decision => {
  // Without the carrier's word: a leg that somebody still had to accept by key was not a conversation.
  const talked = fact.bridged ?? (isAnswered(fact.status) && phase.screening === null);
  if (talked) {
    const staffId = talkedWith(state, phase, fact.legSid);
    const answered: CallState = {
      ...state,
      answeredBy: staffId,
      phase: {
        at: 'connected',
        staffId,
        via: null,
        staffSid: fact.legSid,
        customerSid: leadSid(state, context),
      },
    };
    return after(
      [{ kind: 'answered', reason: 'learned-at-the-end', ...(staffId === null ? {} : { staffId }) }],
      hangUp(answered),
    );
  }
  // A private phone that picked up but did not accept may have cut the others short: then only it counts as tried.
  const cutShort = phase.screening !== null && isAnswered(fact.status);
  const tried = cutShort ? [phase.screening!] : phase.ring.map((member) => member.staffId);
  const wish = { ...state.wish!, tried: [...new Set([...state.wish!.tried, ...tried])] };
  const entry = { kind: 'round-ended', reason: fact.status };
  return after([entry], ringNext({ ...state, wish, phase: { at: 'moving', from: null } }, context, 'silent'));
};

const outboundEnded = (state: CallState, { staffId }: In<'outbound'>, fact: DialEnded): Decision => {
  if (fact.bridged ?? isAnswered(fact.status))
    return after(
      [{ kind: 'answered', reason: 'learned-at-the-end', staffId }],
      hangUp({ ...state, answeredBy: staffId }),
    );
  const ended = hangUp(state);
  const sorry: VoiceStep = {
    do: 'say',
    text: promptsIn(state.language).notAnswered,
    language: state.language,
  };
  return { ...ended, steps: [sorry, ...ended.steps] };
};

/** The end was heard of first, and only now that the caller had talked with somebody. */
export const onDialEndedLate = (state: CallState, fact: DialEnded): Decision => {
  const rang = state.phase.at === 'ended' ? state.phase.rang : null;
  const staffId = fact.legSid === null ? undefined : state.legs[fact.legSid]?.staffId;
  const known = staffId !== undefined && rang?.staffIds.includes(staffId) === true;
  const learned = fact.bridged === true && known ? answeredAfterAll(state, staffId) : decide(state);
  return { ...learned, steps: [{ do: 'hang-up' }] };
};

/** The leg that asked is gone, and with it the call, unless a customer is left on hold. */
const onLegGone = (state: CallState, phase: In<'held' | 'connected'>, { asker }: DialEnded): Decision =>
  phase.at === 'held' && asker === 'staff' ? rescueFromHold(state, phase) : end(state, 'completed');

/**
 * The carrier's Dial is over: somebody hung up, nobody answered, or a leg was fetched away for hold or transfer.
 * @returns null when none was under way
 */
export const onDialEnded = (state: CallState, context: CallContext, fact: DialEnded): Decision | null => {
  const { phase } = state;
  // The customer was fetched away from the staff member who had called them, and goes on alone.
  if (fact.asker === 'staff' && state.leadSid !== undefined)
    return decide(state, { steps: [{ do: 'hang-up' }] });
  if (phase.at === 'held' || (phase.at === 'connected' && phase.parked === true))
    return fact.callerGone ? onLegGone(state, phase, fact) : keepOnHold(state, context, fact.asker);
  if (phase.at === 'moving') {
    if (fact.asker === 'staff') return decide(state, { steps: [{ do: 'hang-up' }] });
    return fact.callerGone ? end(state, 'completed') : ringNext(state, context, 'silent');
  }
  if (phase.at === 'ringing') {
    const nobodyTalked = fact.bridged === false || !isAnswered(fact.status);
    if (fact.callerGone && nobodyTalked) return end(state, 'completed');
    return ringingEnded(state, context, phase, fact);
  }
  if (phase.at === 'external') {
    if (phase.answered || isAnswered(fact.status))
      return hangUp({ ...state, phase: { ...phase, answered: true } });
    return fact.callerGone ? end(state, 'completed') : toVoicemail(state, context, 'external-not-answered');
  }
  if (phase.at === 'outbound') return outboundEnded(state, phase, fact);
  return phase.at === 'connected' ? hangUp(state) : null;
};
