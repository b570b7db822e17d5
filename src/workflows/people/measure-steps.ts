import type { ClinicTransaction } from '../../platform/database/database.ts';
import { everyInstance } from './instance-filter.store.ts';
import { countInstances, selectStepCounts, selectStepReasons } from './performance.store.ts';
import type { PerformanceQuery } from '../rules/instance-query.ts';
import type { Performance } from '../rules/step-numbers.ts';
import { selectIsWorkflow } from '../workflows.store.ts';

/** What became of each step for whoever came in. Null: there is no such workflow. */
export const measureSteps = async (
  trx: ClinicTransaction,
  workflowId: string,
  { version, from, to }: PerformanceQuery,
): Promise<Performance | null> => {
  if (!(await selectIsWorkflow(trx, workflowId))) return null;
  const filter = {
    ...everyInstance,
    workflowId,
    version: version ?? null,
    startedFrom: from === undefined ? null : Temporal.Instant.from(from),
    startedTo: to === undefined ? null : Temporal.Instant.from(to),
  };
  const counted = await selectStepCounts(trx, filter);
  const reasons = Map.groupBy(await selectStepReasons(trx, filter), ({ step }) => step);
  return {
    instances: await countInstances(trx, filter),
    steps: counted.map(({ step, ...counts }) => ({
      step,
      counts,
      reasons: (reasons.get(step) ?? []).map(({ how, reason, count }) => ({ how, reason, count })),
    })),
  };
};
