import { errandOutcomes, type ErrandOutcome } from '../../calls/rules/errand.ts';

/** What became of a call that was ordered. `withheld`: it was not made, the reason says why. */
export const orderOutcomes = [...errandOutcomes, 'withheld', 'unknown'] as const;
export type OrderOutcome = (typeof orderOutcomes)[number];

const nobody: ReadonlySet<OrderOutcome> = new Set<ErrandOutcome>(['machine', 'busy', 'no-answer', 'failed']);

/** Whether nobody heard anything: then it does not count under the caps. */
export const reachedNobody = (outcome: OrderOutcome): boolean => nobody.has(outcome);
