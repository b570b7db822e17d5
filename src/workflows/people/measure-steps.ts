import type { ClinicTransaction } from '../../platform/database/database.ts';
import { everyInstance } from './instance-filter.store.ts';
import { sumInstances } from './performance.store.ts';
import { numbersOf } from '../rules/counts-as.ts';
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
  const sums = await sumInstances(trx, filter);
  return {
    instances: sums.find(({ counted }) => counted === null)?.people ?? 0,
    steps: numbersOf(sums.flatMap(({ counted, people }) => (counted === null ? [] : [{ counted, people }]))),
  };
};
