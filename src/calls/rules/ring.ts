import type { DialTarget, VoiceStep } from '../../ports/carrier/voice-steps.ts';
import { decideRing, type RingDecision, type RingMember } from '../../routing/rules/decide-ring.ts';
import type { CallState, Wish } from './call-state.ts';
import {
  after,
  decide,
  departmentName,
  hook,
  identityOf,
  type CallContext,
  type Decision,
} from './decision.ts';
import { promptsIn } from './prompts.ts';
import { toVoicemail } from './voicemail.ts';

const targetsOf = (state: CallState, context: CallContext, member: RingMember): DialTarget[] => {
  const staff = { staff: member.staffId };
  const targets: DialTarget[] = [];
  if (member.portal) {
    targets.push({
      kind: 'client',
      identity: identityOf(member.staffId),
      parameters: { callId: context.callId, purpose: 'inbound' },
      progress: hook(state, 'status-callback', { ...staff, via: 'portal' }),
    });
  }
  if (member.phone !== null) {
    targets.push({
      kind: 'number',
      number: member.phone,
      whisper: hook(state, 'whisper', staff),
      progress: hook(state, 'status-callback', { ...staff, via: 'phone' }),
    });
  }
  return targets;
};

const secondsBetween = (from: string | null, now: Temporal.Instant): number =>
  from === null ? 0 : now.since(Temporal.Instant.from(from)).total('seconds');

type Skipped = RingDecision['skipped'][number];
const passOver = ({ staffId, reason }: Skipped): string => `${staffId}:${reason}`;

/** Said once: the same people are busy or away in every round. */
const newlySkipped = (wish: Wish, decision: RingDecision): Skipped[] =>
  decision.skipped.filter(
    (one) => one.reason !== 'already-tried' && wish.passedOver?.includes(passOver(one)) !== true,
  );

const ring = (
  state: CallState,
  context: CallContext,
  members: RingMember[],
  priority: number,
  announce: boolean,
): Decision => {
  const wish = state.wish!;
  const next: CallState = {
    ...state,
    phase: { at: 'ringing', ring: members, turn: state.turn + 1, screening: null },
  };
  const steps: VoiceStep[] = announce
    ? [
        {
          do: 'say',
          text: promptsIn(state.language).connecting(departmentName(context, wish.departmentId)),
          language: state.language,
        },
      ]
    : [];
  steps.push({
    do: 'dial',
    hook: hook(next, 'call-status'),
    timeoutSeconds: context.snapshot.settings.ringSeconds,
    callerId: null,
    targets: members.flatMap((member) => targetsOf(next, context, member)),
  });
  return decide(next, {
    steps,
    history: members.map((member) => ({
      kind: 'ringing',
      reason: `${wish.target.kind}-priority`,
      staffId: member.staffId,
      detail: {
        priority,
        via: [member.portal ? 'portal' : null, member.phone === null ? null : 'phone']
          .filter(Boolean)
          .join('+'),
      },
    })),
  });
};

/** Music for one round; then the carrier asks again. A key leaves a message instead. A person who gets free ends it early. */
const wait = (state: CallState, context: CallContext, reason: string): Decision => {
  const first = state.phase.at !== 'waiting';
  const wish: Wish = { ...state.wish!, waitingSince: state.wish!.waitingSince ?? context.now.toString() };
  const next: CallState = { ...state, wish, phase: { at: 'waiting', woken: false } };
  const words = first
    ? [{ do: 'say' as const, text: promptsIn(state.language).allBusy, language: state.language }]
    : [];
  return decide(next, {
    steps: [
      {
        do: 'gather',
        hook: hook(next, 'route-to-staff'),
        digits: 1,
        timeoutSeconds: 1,
        prompts: [...words, { do: 'play', hook: { endpoint: 'music', query: {} }, loop: 1 }],
        emptyToo: true,
      },
      { do: 'redirect', hook: hook(next, 'route-to-staff') },
    ],
    history: first ? [{ kind: 'waiting', reason }] : [],
  });
};

/** Nobody took the transferred call: whoever gave it away gets it back before it goes to voicemail. */
const giveBack = (state: CallState, context: CallContext, staffId: string): Decision => {
  const wish: Wish = { ...state.wish!, target: { kind: 'staff', staffId }, tried: [], returnTo: null };
  return after(
    [{ kind: 'transfer-returned', reason: 'nobody-took-it', staffId }],
    ringNext({ ...state, wish }, context, 'silent'),
  );
};

/**
 * The next person for the caller's wish, waiting music, or voicemail.
 * @param mode 'announce' says that we connect; 'silent' rings on without a word
 */
export const ringNext = (before: CallState, context: CallContext, mode: 'announce' | 'silent'): Decision => {
  const wish = before.wish!;
  const decision = decideRing(context.snapshot, {
    callId: context.callId,
    target: wish.target,
    tried: wish.tried,
    waitedSeconds: secondsBetween(wish.waitingSince, context.now),
  });
  const left = newlySkipped(wish, decision);
  const skipped = left.map(({ staffId, reason }) => ({ kind: 'not-tried', reason, staffId }));
  const passedOver = [...(wish.passedOver ?? []), ...left.map(passOver)];
  const state = left.length === 0 ? before : { ...before, wish: { ...wish, passedOver } };
  if (decision.ring !== null)
    return after(skipped, ring(state, context, decision.ring, decision.priority, mode === 'announce'));
  if (decision.next === 'wait') return after(skipped, wait(state, context, decision.reason));
  if (wish.returnTo !== null) return after(skipped, giveBack(state, context, wish.returnTo));
  return after(skipped, toVoicemail(state, context, decision.reason));
};
