import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Fact } from './rules/fact.ts';
import { tellFacts } from './tell-instances.ts';
import { selectUnderWay } from './workflows.store.ts';

/** Ends everybody who is under way, one by one: what waits to leave is taken back, and each story says so. */
export const endUnderWay = async (
  trx: ClinicTransaction,
  workflowId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const ids = await selectUnderWay(trx, workflowId);
  const ended: Fact[] = [{ fact: 'ended' }];
  for (let from = 0; from < ids.length; from += 500)
    await tellFacts(trx, new Map(ids.slice(from, from + 500).map((id) => [id, ended])), now);
};
