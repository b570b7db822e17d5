import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { ToldOf } from '../rules/hand-deed.ts';

/**
 * What was told of a step, from the number on that somebody has seen; in order, by the instance's id.
 * @param wanted `step` null: of the instance itself
 */
export const selectToldSince = async (
  trx: ClinicTransaction,
  wanted: readonly { id: string; step: string | null; number: number }[],
): Promise<Map<string, ToldOf[]>> => {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<ToldOf & { instanceId: string }>`
    SELECT x.instance_id AS "instanceId", x.number, x.outcome, x.kind, x.reason, x.detail
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(id uuid, step text, number integer)
    JOIN task_executions x ON x.clinic_id = ${trx.clinicId} AND x.instance_id = w.id AND x.number >= w.number
      AND x.step IS NOT DISTINCT FROM w.step
    ORDER BY x.instance_id, x.number`.execute(trx);
  return Map.groupBy(rows, ({ instanceId }) => instanceId);
};
