import { sql, type RawBuilder } from 'kysely';
import type { BulkOutcome } from '../rules/bulk-outcomes.ts';
import { countedAs } from '../rules/counts-as.ts';
import type { StepCount } from '../rules/step-numbers.ts';
import type { InstanceItem } from '../rules/workflow-views.ts';

/** Which instances are meant; null: it does not matter. */
export type InstanceFilter = {
  workflowId: string | null;
  patientId: string | null;
  /** of the people that a search has found */
  patientIds: readonly string[] | null;
  status: InstanceItem['status'] | null;
  /** only those that are not over */
  underWay: boolean;
  version: number | null;
  startedFrom: Temporal.Instant | null;
  startedTo: Temporal.Instant | null;
  exitReason: string | null;
  /** of whom a step failed then or later, and can be done once more */
  failedFrom: Temporal.Instant | null;
  /** what is counted of a step, and why it was left out or failed */
  step: { id: string; how: StepCount; reason: string | null } | null;
  /** whom something done with many concerned, and what it came to for them */
  bulkWork: { id: string; cameTo: BulkOutcome | null } | null;
};

export const everyInstance: InstanceFilter = {
  workflowId: null,
  patientId: null,
  patientIds: null,
  status: null,
  underWay: false,
  version: null,
  startedFrom: null,
  startedTo: null,
  exitReason: null,
  failedFrom: null,
  step: null,
  bulkWork: null,
};

/** At which step somebody under way stands. */
export const standsAt = sql`CASE WHEN i.status IN ('running', 'paused') THEN i.state->'position'->>'step' END`;

/** Executions `x` that failed since then, and after which nothing was told of their step. */
export const failedSince = (since: Temporal.Instant): RawBuilder<unknown> => sql`x.outcome = 'failed'
  AND x.at >= ${since} AND x.step IS NOT NULL AND NOT EXISTS (SELECT FROM task_executions later
    WHERE later.clinic_id = x.clinic_id AND later.instance_id = x.instance_id AND later.number > x.number
      AND later.step = x.step)`;

const withFailures = (since: Temporal.Instant): RawBuilder<unknown> =>
  sql`AND i.status <> 'exited' AND EXISTS (SELECT FROM task_executions x
    WHERE x.clinic_id = i.clinic_id AND x.instance_id = i.id AND ${failedSince(since)})`;

/** The numbers of a step are made of the same two conditions (`performance.store.ts`), so that they agree with the rows. */
const atStep = ({ id, how, reason }: NonNullable<InstanceFilter['step']>): RawBuilder<unknown> =>
  how === 'waiting' ? sql`AND ${standsAt} = ${id}` : sql`AND i.counts_as ? ${countedAs(id, how, reason)}`;

const inBulkWork = ({ id, cameTo }: NonNullable<InstanceFilter['bulkWork']>): RawBuilder<unknown> =>
  sql`AND EXISTS (SELECT FROM bulk_work_instances o WHERE o.clinic_id = i.clinic_id AND o.work_id = ${id}
    AND o.instance_id = i.id ${cameTo === null ? sql`` : sql`AND o.outcome = ${cameTo}`})`;

/** The conditions on `workflow_instances i`, each beginning with AND. */
export const matchingInstances = (filter: InstanceFilter): RawBuilder<unknown> => sql`
  ${filter.workflowId === null ? sql`` : sql`AND i.workflow_id = ${filter.workflowId}`}
  ${filter.patientId === null ? sql`` : sql`AND i.patient_id = ${filter.patientId}`}
  ${filter.patientIds === null ? sql`` : sql`AND i.patient_id = ANY(${filter.patientIds}::uuid[])`}
  ${filter.status === null ? sql`` : sql`AND i.status = ${filter.status}`}
  ${filter.underWay ? sql`AND i.status IN ('running', 'paused')` : sql``}
  ${filter.version === null ? sql`` : sql`AND i.version = ${filter.version}`}
  ${filter.startedFrom === null ? sql`` : sql`AND i.started_at >= ${filter.startedFrom}`}
  ${filter.startedTo === null ? sql`` : sql`AND i.started_at < ${filter.startedTo}`}
  ${filter.exitReason === null ? sql`` : sql`AND i.exit_reason = ${filter.exitReason}`}
  ${filter.failedFrom === null ? sql`` : withFailures(filter.failedFrom)}
  ${filter.step === null ? sql`` : atStep(filter.step)}
  ${filter.bulkWork === null ? sql`` : inBulkWork(filter.bulkWork)}`;
