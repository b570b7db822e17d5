import type { EventKind } from '../../events/rules/event-kinds.ts';
import type { CallOutcome } from './steps.ts';

/** What became of a message. `withheld`: the gate forbade it. */
export const messageOutcomes = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'failed',
  'withheld',
  'unknown',
  'replied',
  'stopped',
  'reschedule-asked',
  'cancelled',
  'confirmed',
] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/** Who has done something by hand, and why: it stands in the story. */
export type Hand = { by: string; why: string };

export type Fact =
  /** its time has come. `overdue: skip`: it came during a pause, and is to be left out */
  | { fact: 'due'; overdue?: 'skip' | undefined }
  /** the appointment or the patient is not what it was */
  | { fact: 'changed' }
  | { fact: 'happened'; kind: EventKind }
  | { fact: 'opted-out' }
  /** the patient is another as well, and that one came into the workflow before */
  | { fact: 'merged'; mergeId: string }
  /** that merge was taken back */
  | { fact: 'parted'; mergeId: string }
  /** by somebody of the staff */
  | { fact: 'ended'; hand?: Hand | undefined }
  /** the wait at which it stands is over, because somebody says so */
  | { fact: 'waited-enough'; hand: Hand }
  /** a step that came to nothing is done once more */
  | { fact: 'again'; step: string; hand: Hand }
  | { fact: 'message'; key: string; outcome: MessageOutcome; reason: string | null }
  | { fact: 'call'; key: string; outcome: CallOutcome; reason: string | null };
