import { takeCallOutcomes } from '../dialling/tell-call-outcomes.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { Fact } from './rules/fact.ts';
import { tellFacts } from './tell-instances.ts';

/**
 * Tells instances what became of their calls, one batch.
 * @returns how many outcomes there were; fewer than `limit`: nothing is left that nobody is at
 */
export const passOnCallOutcomes = (
  database: Database,
  clinicId: string,
  now: Temporal.Instant,
  limit = 500,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const told = await takeCallOutcomes(trx, limit);
    if (told.length === 0) return 0;
    const telling = new Map<string, Fact[]>();
    for (const { instanceId, key, outcome, reason } of told) {
      const facts: Fact[] = [{ fact: 'call', key, outcome, reason }];
      // After what the step makes of it: it may be an exit.
      if (outcome === 'do-not-call') facts.push({ fact: 'opted-out' });
      telling.set(instanceId, [...(telling.get(instanceId) ?? []), ...facts]);
    }
    await tellFacts(trx, telling, now);
    return told.length;
  });
