import type { CallState } from './call-state.ts';
import type { Say } from './prompts.ts';
import { decide, hook, type CallContext, type Decision } from './decision.ts';

/** Puts the caller through to a number outside the clinic (an emergency service, the answering service at night). `before` is said first. */
export const dialOutside = (
  state: CallState,
  context: CallContext,
  number: string,
  reason: string,
  before: Say[] = [],
): Decision => {
  const next: CallState = { ...state, phase: { at: 'external', number, answered: false } };
  return decide(next, {
    steps: [
      ...before,
      {
        do: 'dial',
        hook: hook(next, 'call-status'),
        timeoutSeconds: context.snapshot.settings.ringSeconds,
        callerId: null,
        targets: [
          {
            kind: 'number',
            number,
            whisper: null,
            progress: hook(next, 'status-callback', { leg: 'external' }),
          },
        ],
      },
    ],
    history: [{ kind: 'external', reason, detail: { number } }],
  });
};
