import type { CallState, Phase } from './call-state.ts';
import { decide, hook, type CallContext, type Decision } from './decision.ts';
import { promptsIn } from './prompts.ts';

type Outbound = Extract<Phase, { at: 'outbound' }>;

/** A private phone may be answered by a mailbox, which would then talk to the patient: it must press 1 first. */
const askForOne = (state: CallState): Decision =>
  decide(state, {
    steps: [
      {
        do: 'gather',
        hook: hook(state, 'outbound', { asked: '1' }),
        digits: 1,
        timeoutSeconds: 8,
        prompts: [
          { do: 'pause', seconds: 1 },
          { do: 'say', text: promptsIn(state.language).outboundWhisper, language: state.language },
        ],
        emptyToo: true,
      },
      { do: 'hang-up' },
    ],
  });

/** Our own telephone was answered: now the other side is rung, with the clinic's number on their display. */
export const onOutboundAnswered = (
  state: CallState,
  context: CallContext,
  phase: Outbound,
  digits: string | null,
): Decision => {
  if (phase.via === 'phone' && digits === null) return askForOne(state);
  if (phase.via === 'phone' && digits !== '1') return decide(state, { steps: [{ do: 'hang-up' }] });
  const next: CallState = { ...state, phase: { ...phase, stage: 'customer' } };
  return decide(next, {
    steps: [
      {
        do: 'dial',
        hook: hook(next, 'call-status'),
        timeoutSeconds: 45,
        callerId: context.clinicNumber,
        targets: [
          {
            kind: 'number',
            number: phase.to,
            whisper: null,
            progress: hook(next, 'status-callback', { leg: 'customer' }),
          },
        ],
      },
    ],
    history: [{ kind: 'dialling', reason: phase.via, staffId: phase.staffId }],
  });
};
