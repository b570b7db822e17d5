import type { CallState } from './call-state.ts';
import type { CallOutcome as LoggedOutcome } from './call-status.ts';
import type { Errand, ErrandOutcome, KeyMeaning } from './errand.ts';

const unanswered = (status: string): ErrandOutcome => {
  if (status === 'busy') return 'busy';
  return status === 'no-answer' || status === 'canceled' ? 'no-answer' : 'failed';
};

const chosen = (means: KeyMeaning, logged: LoggedOutcome): ErrandOutcome => {
  switch (means) {
    case 'confirm':
      return 'confirmed';
    case 'reschedule':
      return 'reschedule-asked';
    case 'do-not-call':
      return 'do-not-call';
    case 'speak-to-someone':
      return logged === 'answered' ? 'spoke-to-someone' : 'wanted-someone';
  }
};

/**
 * What the end of the call means for its errand.
 * @param status the carrier's word for how the leg ended
 * @param logged how the call stands in the log
 */
export const errandOutcome = (errand: Errand, status: string, logged: LoggedOutcome): ErrandOutcome => {
  if (errand.met === 'machine') return errand.said ? 'left-message' : 'machine';
  // A carrier that says "completed" of a call whose document it could not get has reached somebody who heard nothing.
  if (errand.met === null) return unanswered(status);
  return errand.chosen === null ? 'heard' : chosen(errand.chosen, logged);
};

/** How such a call stands in the log once it is over. */
export const loggedOutcome = (
  { phase, answeredBy }: Pick<CallState, 'phase' | 'answeredBy'>,
  errand: Errand,
  status: string,
): LoggedOutcome => {
  if (errand.met === 'machine') return 'machine';
  if (errand.met === null) return unanswered(status) === 'failed' ? 'failed' : 'no-answer';
  if (phase.at === 'voicemail') return phase.recordingSid === null ? 'missed' : 'voicemail';
  if (phase.at === 'connected' || phase.at === 'held' || answeredBy !== null) return 'answered';
  return phase.at === 'script' ? 'answered' : 'abandoned';
};
