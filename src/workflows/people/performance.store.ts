import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { matchingInstances, standsAt, type InstanceFilter } from './instance-filter.store.ts';

/**
 * How many instances are counted as what; `counted: null` is all of them. Most have gone one of few ways: those who are
 * counted alike are put together first, and what they are counted as is taken apart once for all of them. OFFSET 0 keeps
 * PostgreSQL from taking the step at which somebody stands for as various as the whole state, and sorting them all.
 */
export const sumInstances = async (
  trx: ClinicTransaction,
  filter: InstanceFilter,
): Promise<{ counted: string | null; people: number }[]> => {
  const { rows } = await sql<{ counted: string | null; people: number }>`${plannedForValues}
    WITH alike AS MATERIALIZED (
      SELECT counts_as, at, grouping(counts_as, at) = 3 AS is_all, count(*) AS people
      FROM (
        SELECT i.counts_as, ${standsAt} AS at FROM workflow_instances i
        WHERE i.clinic_id = ${trx.clinicId} ${matchingInstances(filter)} OFFSET 0
      ) i GROUP BY GROUPING SETS ((counts_as), (at), ())
    )
    SELECT c.counted, sum(people)::integer AS people FROM alike, LATERAL (
      SELECT jsonb_object_keys(counts_as) UNION ALL SELECT at || ' waiting' WHERE at IS NOT NULL UNION ALL SELECT NULL WHERE is_all
    ) c(counted) GROUP BY 1`.execute(trx);
  return rows;
};

export const countInstances = async (trx: ClinicTransaction, filter: InstanceFilter): Promise<number> => {
  const { rows } = await sql<{ count: number }>`${plannedForValues}
    SELECT count(*)::integer AS count FROM workflow_instances i WHERE i.clinic_id = ${trx.clinicId} ${matchingInstances(filter)}`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
};
