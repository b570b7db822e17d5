import type { ClinicTransaction } from '../../platform/database/database.ts';
import { tellFacts, type Telling } from '../people/tell-instances.ts';
import { selectUnderWay } from '../workflows.store.ts';

/** Ends everybody who is under way, one by one: what waits to leave is taken back, and each story says so. */
export const endUnderWay = async (
  trx: ClinicTransaction,
  workflowId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const ids = await selectUnderWay(trx, workflowId);
  const tellings = ids.map((instanceId): Telling => ({ instanceId, fact: { fact: 'ended' } }));
  for (let from = 0; from < tellings.length; from += 500)
    await tellFacts(trx, tellings.slice(from, from + 500), now);
};
