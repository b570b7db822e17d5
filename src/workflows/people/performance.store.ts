import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { countsAs, matchingInstances, ordered, type InstanceFilter } from './instance-filter.store.ts';
import { stepCounts, type StepCount } from '../rules/step-numbers.ts';

const flags = sql.join(
  stepCounts.map((how) => sql`coalesce(bool_or(${countsAs[how]}), false) AS ${sql.ref(how)}`),
);
const sums = sql.join(
  stepCounts.map((how) => sql`count(*) FILTER (WHERE ${sql.ref(how)})::integer AS ${sql.ref(how)}`),
);

/** Of each step: how many people came to it, and what became of it for them; each person counts once. */
export const selectStepCounts = async (
  trx: ClinicTransaction,
  filter: InstanceFilter,
): Promise<(Record<StepCount, number> & { step: string })[]> => {
  const { rows } = await sql<Record<StepCount, number> & { step: string }>`${plannedForValues}
    WITH i AS MATERIALIZED (
      SELECT i.id, i.status, i.state FROM workflow_instances i WHERE i.clinic_id = ${trx.clinicId} ${matchingInstances(filter)}
    ), passed AS (
      SELECT x.step, ${flags} FROM i
      JOIN task_executions x ON x.clinic_id = ${trx.clinicId} AND x.instance_id = i.id
      ${ordered} WHERE x.step IS NOT NULL GROUP BY x.step, i.id
    )
    SELECT step, ${sums} FROM passed GROUP BY step`.execute(trx);
  return rows;
};

/** Why steps were left out or failed. */
export const selectStepReasons = async (
  trx: ClinicTransaction,
  filter: InstanceFilter,
): Promise<{ step: string; how: 'skipped' | 'failed'; reason: string; count: number }[]> => {
  const { rows } = await sql<{
    step: string;
    how: 'skipped' | 'failed';
    reason: string;
    count: number;
  }>`${plannedForValues}
    SELECT x.step, x.outcome AS how, x.reason, count(DISTINCT i.id)::integer AS count
    FROM workflow_instances i
    JOIN task_executions x ON x.clinic_id = i.clinic_id AND x.instance_id = i.id
    WHERE i.clinic_id = ${trx.clinicId} ${matchingInstances(filter)}
      AND x.step IS NOT NULL AND x.reason IS NOT NULL AND x.outcome IN ('skipped', 'failed')
    GROUP BY 1, 2, 3 ORDER BY 4 DESC`.execute(trx);
  return rows;
};

export const countInstances = async (trx: ClinicTransaction, filter: InstanceFilter): Promise<number> => {
  const { rows } = await sql<{ count: number }>`${plannedForValues}
    SELECT count(*)::integer AS count FROM workflow_instances i WHERE i.clinic_id = ${trx.clinicId} ${matchingInstances(filter)}`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
};
