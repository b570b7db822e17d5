import type { ClinicTransaction } from '../platform/database/database.ts';
import { countDecisionsBefore, deleteDecisionsBefore, type KeptUntil } from './decisions.store.ts';

/**
 * A use of a consent has to be provable for five years from then on (UWG § 7a (2)); the same is kept of what somebody's no
 * stopped. A day more, for leap years.
 */
const daysOfProof = 5 * 365 + 2;

const keptUntil = (days: number, now: Temporal.Instant): KeptUntil => ({
  plain: now.subtract({ hours: 24 * days }),
  proof: now.subtract({ hours: 24 * Math.max(days, daysOfProof) }),
});

export const countExpiredDecisions = (
  trx: ClinicTransaction,
  days: number,
  now: Temporal.Instant,
): Promise<number> => countDecisionsBefore(trx, keptUntil(days, now));

/** Removes the oldest answers of the gate that the clinic has kept long enough. Consents and opt-outs themselves stay. */
export const removeExpiredDecisions = (
  trx: ClinicTransaction,
  days: number,
  now: Temporal.Instant,
  limit: number,
): Promise<number> => deleteDecisionsBefore(trx, keptUntil(days, now), limit);
