/** The carrier's words for where a leg stands. */
export const legStatuses = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
] as const;
export type LegStatus = (typeof legStatuses)[number];

export const isLegStatus = (word: string): word is LegStatus =>
  (legStatuses as readonly string[]).includes(word);

const over: ReadonlySet<string> = new Set<LegStatus>([
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
]);
export const isOver = (status: string): boolean => over.has(status);
