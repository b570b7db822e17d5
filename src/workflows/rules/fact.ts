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

export type Fact =
  /** its time has come. `overdue: skip`: it came during a pause, and is to be left out */
  | { fact: 'due'; overdue?: 'skip' | undefined }
  /** the appointment or the patient is not what it was */
  | { fact: 'changed' }
  | { fact: 'happened'; kind: EventKind }
  | { fact: 'opted-out' }
  /** by the manager */
  | { fact: 'ended' }
  | { fact: 'message'; key: string; outcome: MessageOutcome; reason: string | null }
  | { fact: 'call'; key: string; outcome: CallOutcome; reason: string | null };
