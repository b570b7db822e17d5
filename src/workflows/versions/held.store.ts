import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Held } from '../rules/foresight.ts';

/** Messages and calls of a paused workflow that were to leave by now and are still of use, by the step that wants them. */
export const selectHeld = async (
  trx: ClinicTransaction,
  workflowId: string,
  now: Temporal.Instant,
): Promise<Held[]> => {
  const { rows } = await sql<Held>`
    SELECT kind, split_part(key, ':', 2) AS step, untried, count(*)::integer AS count FROM (
      SELECT 'messages' AS kind, m.key, m.instance_id, m.expires_at, m.status = 'waiting' AND m.unsure_since IS NULL AS untried
      FROM message_outbox o JOIN messages m ON m.clinic_id = o.clinic_id AND m.id = o.message_id
      WHERE o.clinic_id = ${trx.clinicId} AND o.held AND o.due_at <= ${now}
      UNION ALL
      SELECT 'calls', c.key, c.instance_id, c.expires_at, c.unsure_since IS NULL
      FROM ordered_call_outbox b JOIN ordered_calls c ON c.clinic_id = b.clinic_id AND c.id = b.order_id
      WHERE b.clinic_id = ${trx.clinicId} AND b.due_at <= ${now} AND c.status = 'waiting'
    ) held
    JOIN workflow_instances i ON i.clinic_id = ${trx.clinicId} AND i.id = held.instance_id
    WHERE i.workflow_id = ${workflowId} AND i.status <> 'exited' AND (held.expires_at IS NULL OR held.expires_at > ${now})
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(trx);
  return rows;
};
