import type { ClinicTransaction } from '../platform/database/database.ts';
import { checkDraft } from './check-draft.ts';
import { definitionSchema, type Definition } from './rules/definition.ts';
import { programOf } from './rules/program.ts';
import type { WorkflowItem, WorkflowView } from './rules/workflow-views.ts';
import { selectPositions, selectWorkflows, type ListedRow } from './workflows.store.ts';

const definitionIn = (json: unknown): Definition | null => {
  const read = definitionSchema.safeParse(json);
  return read.success ? read.data : null;
};

const itemOf = (row: ListedRow): WorkflowItem => ({
  id: row.id,
  name: row.name,
  status: row.status,
  version: row.version,
  hasDraft: row.draft !== null,
  triggers: definitionIn(row.definition ?? row.draft)?.trigger.events ?? [],
  daily: definitionIn(row.definition ?? row.draft)?.trigger.daily ?? null,
  instances: {
    running: row.running,
    paused: row.paused,
    overdue: row.overdue,
    done: row.done,
    exited: row.exited,
  },
});

export const listWorkflows = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<WorkflowItem[]> =>
  (await selectWorkflows(trx, now)).map(itemOf);

export const showWorkflow = async (
  trx: ClinicTransaction,
  id: string,
  now: Temporal.Instant,
): Promise<WorkflowView | null> => {
  const [row] = await selectWorkflows(trx, now, id);
  if (!row) return null;
  const positions = await selectPositions(trx, id);
  const { definition: draft, faults } =
    row.draft === null ? { definition: null, faults: [] } : await checkDraft(trx, row.draft);
  const stays = ({ step }: { step: string }): boolean => draft !== null && programOf(draft).places.has(step);
  const total = (counted: typeof positions): number => counted.reduce((sum, { count }) => sum + count, 0);
  return {
    ...itemOf(row),
    revision: row.revision,
    definition: definitionIn(row.definition),
    draft,
    faults,
    at: Object.fromEntries(positions.map(({ step, count }) => [step, count])),
    underWay:
      draft === null
        ? null
        : {
            staying: total(positions.filter(stays)),
            stepGone: total(positions.filter((one) => !stays(one))),
          },
  };
};
