import type { CallEffect } from './decision.ts';
import type { CallOutcome } from './call-status.ts';
import type { CallState, LastRound, Phase } from './call-state.ts';
import { decide, type Decision } from './decision.ts';
import { errandOutcome, loggedOutcome } from './errand-outcome.ts';

const outcomeOf = (state: CallState, status: string): CallOutcome => {
  const { phase, errand } = state;
  if (errand) return loggedOutcome(state, errand, status);
  if (phase.at === 'voicemail' && phase.recordingSid !== null) return 'voicemail';
  if (phase.at === 'external' && phase.answered) return 'external';
  if (state.answeredBy !== null || phase.at === 'connected' || phase.at === 'held') return 'answered';
  if (status === 'failed') return 'failed';
  if (state.direction === 'outbound') return 'no-answer';
  return phase.at === 'voicemail' ? 'missed' : 'abandoned';
};

const lastRoundOf = ({ turn, ring }: Extract<Phase, { at: 'ringing' }>): LastRound => ({
  turn,
  staffIds: ring.map((member) => member.staffId),
});

/** Said once, in the step that ends the call: a message that was left is nothing for a callback list as well. */
const errandOver = ({ errand }: CallState, status: string, outcome: CallOutcome): CallEffect[] =>
  errand === undefined
    ? []
    : [
        {
          effect: 'errand-over',
          orderId: errand.orderId,
          outcome: errandOutcome(errand, status, outcome),
          reason: outcome === 'voicemail' ? 'voicemail' : null,
        },
      ];

/** The call is over, whoever ended it. Legs that wait on hold are let go. */
export const end = (state: CallState, status: string): Decision => {
  const { phase } = state;
  if (phase.at === 'ended') return decide(state);
  const outcome = outcomeOf(state, status);
  // On hold the two legs stand alone: neither ends with the other.
  const alone = phase.at === 'held' ? [phase.staffSid, phase.customerSid] : [];
  const effects: CallEffect[] = alone.flatMap((sid) =>
    sid === null ? [] : [{ effect: 'end' as const, sid }],
  );
  const rang = phase.at === 'ringing' ? lastRoundOf(phase) : null;
  return decide(
    { ...state, phase: { at: 'ended', outcome, rang } },
    {
      effects: [...effects, ...errandOver(state, status, outcome)],
      history: [{ kind: 'ended', reason: outcome, detail: { status } }],
    },
  );
};

/** Ends the call from our side: what the carrier hears, and what we keep. */
export const hangUp = (state: CallState): Decision => ({
  ...end(state, 'completed'),
  steps: [{ do: 'hang-up' }],
});

/** Callbacks overtake each other: the call had ended for us while it rang, and now we learn who had picked up. */
export const answeredAfterAll = (state: CallState, staffId: string): Decision =>
  decide(
    { ...state, answeredBy: staffId, phase: { at: 'ended', outcome: 'answered', rang: null } },
    { history: [{ kind: 'answered', reason: 'learned-after-the-end', staffId }] },
  );
