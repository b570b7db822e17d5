/** What a key means to somebody whom the clinic calls by itself. */
export const keyMeanings = ['confirm', 'reschedule', 'speak-to-someone', 'do-not-call'] as const;
export type KeyMeaning = (typeof keyMeanings)[number];

/** Why the clinic calls somebody by itself, and how far that has come. */
export type Errand = {
  orderId: string;
  /** what it is about, for whoever is asked to talk with them */
  topic: string;
  /** what `confirm` confirms; null: it is only a yes */
  appointmentId: string | null;
  /** who calls, and that nobody speaks in person */
  opening: string;
  /** as much of it as the script does not say itself */
  preamble: string;
  script: string;
  /** the keys that the script does not name itself, in words */
  choices: string;
  keys: readonly { key: string; means: KeyMeaning }[];
  /** for an answering machine; null: none */
  machineMessage: string | null;
  /** whom `speak-to-someone` reaches; null: whoever takes calls */
  departmentId: string | null;
  met: 'person' | 'machine' | null;
  chosen: KeyMeaning | null;
  /** the whole of it was said, or a key cut it short */
  said: boolean;
};

/** What became of one call that the clinic made by itself. */
export const errandOutcomes = [
  'confirmed',
  'reschedule-asked',
  'spoke-to-someone',
  'wanted-someone',
  'do-not-call',
  'heard',
  'left-message',
  'machine',
  'busy',
  'no-answer',
  'failed',
] as const;
export type ErrandOutcome = (typeof errandOutcomes)[number];
