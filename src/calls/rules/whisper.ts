import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { CallFact } from './call-fact.ts';
import type { CallState } from './call-state.ts';
import { connect, isRung } from './conversation.ts';
import { decide, departmentName, hook, type CallContext, type Decision } from './decision.ts';
import { promptsIn } from './prompts.ts';

type Fact<K extends CallFact['fact']> = Extract<CallFact, { fact: K }>;

/** What the staff member hears on their own phone before the caller is put through. */
const whisperSteps = (state: CallState, context: CallContext, staffId: string): VoiceStep[] => [
  {
    do: 'gather',
    hook: hook(state, 'whisper-answer', { staff: staffId }),
    digits: 1,
    timeoutSeconds: 8,
    prompts: [
      { do: 'pause', seconds: 1 },
      {
        do: 'say',
        text: promptsIn(state.language).whisper(departmentName(context, state.wish?.departmentId ?? null)),
        language: state.language,
      },
    ],
    emptyToo: true,
  },
  { do: 'hang-up' },
];

/** A private phone has picked up, whatever becomes of the callback that says so: from here on it must accept by key. */
export const onWhisperAsked = (
  state: CallState,
  context: CallContext,
  { staffId }: Fact<'whisper-asked'>,
): Decision => {
  const { phase } = state;
  const screening: CallState =
    phase.at === 'ringing' && isRung(state, staffId)
      ? { ...state, phase: { ...phase, screening: staffId } }
      : state;
  return decide(screening, { steps: whisperSteps(screening, context, staffId) });
};

/** 1 accepts; anything else, and a mailbox that presses nothing, does not. An empty document bridges the call. */
export const onWhisperAnswered = (
  state: CallState,
  context: CallContext,
  fact: Fact<'whisper-answered'>,
): Decision => {
  const rung = isRung(state, fact.staffId);
  if (rung && fact.digits === '1') return connect(state, context, fact.staffId, 'phone', fact.legSid);
  const refused = rung
    ? [{ kind: 'not-taken', reason: 'not-accepted', staffId: fact.staffId, detail: { via: 'phone' } }]
    : [];
  return decide(state, { steps: [{ do: 'hang-up' }], history: refused });
};
