import { takeCallOutcomes } from '../../dialling/tell-call-outcomes.ts';
import { inClinic, type Database } from '../../platform/database/database.ts';
import { tellFacts, type Telling } from '../people/tell-instances.ts';

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
    const tellings = told.flatMap(({ instanceId, key, outcome, reason }): Telling[] => {
      const call: Telling = { instanceId, fact: { fact: 'call', key, outcome, reason } };
      // After what the step makes of it: it may be an exit.
      return outcome === 'do-not-call' ? [call, { instanceId, fact: { fact: 'opted-out' } }] : [call];
    });
    await tellFacts(trx, tellings, now);
    return told.length;
  });
