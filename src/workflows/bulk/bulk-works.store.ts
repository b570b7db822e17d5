import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { matchingInstances, type InstanceFilter } from '../people/instance-filter.store.ts';
import type { SeenInstance } from '../people/act-on-seen.ts';
import type { BulkOutcome } from '../rules/bulk-outcomes.ts';
import type { BulkAct, BulkAsked, BulkWork } from '../rules/bulk-work.ts';
import type { InstanceCursor } from '../rules/instance-cursor.ts';

export type Tally = Partial<Record<BulkOutcome, number>>;
export type BulkRow = Pick<BulkWork, 'id' | 'workflow' | 'act' | 'why' | 'status' | 'total'> & {
  asked: BulkAsked;
  askedById: string | null;
  askedBy: string | null;
  askedAt: Temporal.Instant;
  tally: Tally;
  reached: string | null;
  stoppedBy: string | null;
  finishedAt: Temporal.Instant | null;
};
export type NewBulkWork = {
  id: string;
  workflowId: string | null;
  act: BulkAct;
  why: string;
  asked: BulkAsked;
  askedBy: string;
  askedAt: Temporal.Instant;
};

/** @returns false when there is one of this id: nothing is changed */
export const insertBulkWork = async (trx: ClinicTransaction, work: NewBulkWork): Promise<boolean> => {
  const { rows } = await sql`
    INSERT INTO bulk_works (clinic_id, id, workflow_id, act, why, asked, asked_by, asked_at, total)
    VALUES (${trx.clinicId}, ${work.id}, ${work.workflowId}, ${work.act}, ${work.why}, ${JSON.stringify(work.asked)},
      ${work.askedBy}, ${work.askedAt}, 0)
    ON CONFLICT DO NOTHING RETURNING id`.execute(trx);
  return rows.length > 0;
};

/**
 * Where it stands: what was told last of the step that the deed is about. Nothing else may have been told of it when it is
 * done. For a step once more: the one that was searched for, else the last that failed.
 */
const seenFor = (act: BulkAct, step: string | null): RawBuilder<unknown> => {
  const told = sql`SELECT x.step, x.number FROM task_executions x WHERE x.clinic_id = i.clinic_id AND x.instance_id = i.id`;
  const nothing = step === null ? sql`= 'failed'` : sql`IN ('failed', 'skipped') AND x.step = ${step}`;
  switch (act) {
    case 'go-on':
      return sql`LEFT JOIN LATERAL (${told} AND i.state->'position'->>'doing' IN ('waiting', 'calling-again')
        AND x.step = i.state->'position'->>'step' ORDER BY x.number DESC LIMIT 1) s ON true`;
    case 'again':
      return sql`LEFT JOIN LATERAL (${told} AND x.kind <> 'WAIT' AND x.outcome ${nothing}
        AND NOT EXISTS (SELECT FROM task_executions later WHERE later.clinic_id = x.clinic_id
          AND later.instance_id = x.instance_id AND later.step = x.step AND later.number > x.number)
        ORDER BY x.number DESC LIMIT 1) s ON true`;
    case 'move':
    case 'end':
      return sql`CROSS JOIN (SELECT NULL::text AS step, NULL::integer AS number) s`;
  }
};

/** What a search finds is for those under way, and a step once more for all of whom it came to nothing. */
const concerned = (act: BulkAct, which: { ids: readonly string[] } | { filter: InstanceFilter }) => {
  if ('ids' in which) return sql`AND i.id = ANY(${which.ids}::uuid[])`;
  const { filter } = which;
  if (act !== 'again') return matchingInstances({ ...filter, underWay: true });
  return sql`${matchingInstances(filter)} AND i.status <> 'exited' AND s.step IS NOT NULL`;
};

/**
 * Chooses whom it concerns, once: as they are found in this moment, and where they stand.
 * @returns how many, and the workflow that all of them go through; null: several
 */
export const chooseInstances = async (
  trx: ClinicTransaction,
  { id, act }: { id: string; act: BulkAct },
  which: { ids: readonly string[] } | { filter: InstanceFilter },
): Promise<{ total: number; workflowId: string | null }> => {
  const step = 'filter' in which ? (which.filter.step?.id ?? null) : null;
  const { rows } = await sql<{ total: number; workflowId: string | null }>`${plannedForValues}
    WITH chosen AS (
      INSERT INTO bulk_work_instances (clinic_id, work_id, instance_id, step, seen)
      SELECT i.clinic_id, ${id}, i.id, s.step, s.number
      FROM workflow_instances i ${seenFor(act, step)}
      WHERE i.clinic_id = ${trx.clinicId} ${concerned(act, which)} RETURNING instance_id),
    whole AS (
      SELECT count(*) AS total, CASE WHEN count(DISTINCT i.workflow_id) = 1 THEN min(i.workflow_id::text)::uuid END AS workflow_id
      FROM chosen c JOIN workflow_instances i ON i.clinic_id = ${trx.clinicId} AND i.id = c.instance_id)
    UPDATE bulk_works b SET total = whole.total, workflow_id = COALESCE(b.workflow_id, whole.workflow_id) FROM whole
    WHERE b.clinic_id = ${trx.clinicId} AND b.id = ${id}
    RETURNING b.total, b.workflow_id AS "workflowId"`.execute(trx);
  return rows[0]!;
};

const columns = sql`b.id, CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'name', w.name) END AS workflow,
  b.act, b.why, b.asked, b.asked_by AS "askedById", asker.name AS "askedBy", b.asked_at AS "askedAt", b.status, b.total, b.tally,
  b.reached, stopper.name AS "stoppedBy", b.finished_at AS "finishedAt"`;
const tables = sql`bulk_works b LEFT JOIN workflows w ON w.clinic_id = b.clinic_id AND w.id = b.workflow_id
  LEFT JOIN users asker ON asker.id = b.asked_by LEFT JOIN users stopper ON stopper.id = b.stopped_by`;

export const selectBulkWork = async (trx: ClinicTransaction, id: string): Promise<BulkRow | null> => {
  const { rows } = await sql<BulkRow>`
    SELECT ${columns} FROM ${tables} WHERE b.clinic_id = ${trx.clinicId} AND b.id = ${id}`.execute(trx);
  return rows[0] ?? null;
};

/** Whoever holds the lock is the only one who works on it. */
export const lockBulkWork = async (trx: ClinicTransaction, id: string): Promise<BulkRow | null> => {
  const { rows } = await sql`
    SELECT FROM bulk_works WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows.length === 0 ? null : selectBulkWork(trx, id);
};

/** Newest first. */
export const selectBulkWorks = async (
  trx: ClinicTransaction,
  workflowId: string | null,
  before: InstanceCursor | null,
  limit: number,
): Promise<BulkRow[]> => {
  const { rows } = await sql<BulkRow>`${plannedForValues}
    SELECT ${columns} FROM ${tables} WHERE b.clinic_id = ${trx.clinicId}
      ${workflowId === null ? sql`` : sql`AND b.workflow_id = ${workflowId}`}
      ${before === null ? sql`` : sql`AND (b.asked_at, b.id) < (${before.listedAt}::timestamptz, ${before.id}::uuid)`}
    ORDER BY b.asked_at DESC, b.id DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

/** The next ones after those that are done with. */
export const selectNextInstances = async (
  trx: ClinicTransaction,
  { id, reached }: Pick<BulkRow, 'id' | 'reached'>,
  limit: number,
): Promise<SeenInstance[]> => {
  const { rows } = await sql<{ id: string; step: string | null; seen: number | null }>`
    SELECT instance_id AS id, step, seen FROM bulk_work_instances
    WHERE clinic_id = ${trx.clinicId} AND work_id = ${id} AND (${reached}::uuid IS NULL OR instance_id > ${reached}::uuid)
    ORDER BY instance_id LIMIT ${limit}`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    seen: row.step === null || row.seen === null ? null : { step: row.step, number: row.seen },
  }));
};

/** What a batch came to; the next one begins after it. */
export const saveOutcomes = async (
  trx: ClinicTransaction,
  { id, tally }: Pick<BulkRow, 'id' | 'tally'>,
  outcomes: readonly { id: string; outcome: BulkOutcome }[],
): Promise<void> => {
  const sums: Tally = { ...tally };
  for (const { outcome } of outcomes) sums[outcome] = (sums[outcome] ?? 0) + 1;
  await sql`
    WITH came AS (
      UPDATE bulk_work_instances o SET outcome = r.outcome
      FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS r(id uuid, outcome text)
      WHERE o.clinic_id = ${trx.clinicId} AND o.work_id = ${id} AND o.instance_id = r.id)
    UPDATE bulk_works SET tally = ${JSON.stringify(sums)}, reached = ${outcomes.at(-1)?.id ?? null}
    WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(trx);
};

/** @param stoppedBy null: it has come to its end */
export const finishBulkWork = async (
  trx: ClinicTransaction,
  id: string,
  stoppedBy: string | null,
  at: Temporal.Instant,
): Promise<void> => {
  await sql`
    UPDATE bulk_works SET status = ${stoppedBy === null ? 'done' : 'stopped'}, stopped_by = ${stoppedBy}, finished_at = ${at}
    WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(trx);
};
