/** What one of many came to. */
export const bulkOutcomes = [
  'done',
  'over',
  'paused',
  'done-meanwhile',
  'gone-on',
  'not-waiting',
  'not-failed',
  'in-force-already',
  'not-published',
  'gone',
  'fault',
] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];
