import type { ClinicTransaction } from '../platform/database/database.ts';
import { carryOut, type Wanted } from './carry-out.ts';
import {
  saveInstances,
  type InstanceRow,
  type SavedExecution,
  type SavedInstance,
} from './instances.store.ts';
import { loadSubjects } from './load-subjects.ts';
import { loadVersions, type Version } from './load-versions.ts';
import { advance } from './rules/advance.ts';
import type { Fact } from './rules/fact.ts';
import { wakeOf, type InstanceState } from './rules/instance.ts';
import type { Subject } from './rules/subject.ts';

export type Told = { row: InstanceRow; facts: readonly Fact[] };

type Walked = { saved: SavedInstance; executions: SavedExecution[]; wanted: Wanted[] };

const statusOf = (state: InstanceState, paused: boolean): SavedInstance['status'] =>
  state.status === 'running' && paused ? 'paused' : state.status;

const walk = (
  { row, facts }: Told,
  { definition }: Version,
  subject: Subject,
  now: Temporal.Instant,
): Walked => {
  const executions: SavedExecution[] = [];
  const wanted: Wanted[] = [];
  let { state } = row;
  const standing = { instanceId: row.id, workflowId: row.workflowId, subject, now, paused: row.paused };
  for (const fact of facts) {
    const advanced = advance(definition, state, fact, standing);
    state = advanced.instance;
    for (const execution of advanced.executions) executions.push({ ...execution, instance_id: row.id });
    for (const effect of advanced.effects) wanted.push({ row, effect });
  }
  return {
    saved: {
      id: row.id,
      status: statusOf(state, row.paused),
      state,
      exit_reason: state.exit,
      wake_at: wakeOf(state, now)?.toString() ?? null,
      ended_at: state.status === 'running' ? null : now.toString(),
    },
    executions,
    wanted,
  };
};

/**
 * Tells instances what happened, hundreds at a time: what they are about is loaded in a query for each kind, the
 * interpreter walks each of them, and everything is written in the caller's transaction. The caller has locked the rows.
 */
export const advanceInstances = async (
  trx: ClinicTransaction,
  told: readonly Told[],
  now: Temporal.Instant,
): Promise<void> => {
  if (told.length === 0) return;
  const rows = told.map(({ row }) => row);
  const versionOf = await loadVersions(trx, rows);
  const subjectOf = await loadSubjects(trx, rows);
  const walked = told.map((one) => walk(one, versionOf(one.row), subjectOf(one.row), now));
  await saveInstances(
    trx,
    walked.map(({ saved }) => saved),
    walked.flatMap(({ executions }) => executions),
    now,
  );
  await carryOut(
    trx,
    walked.flatMap(({ wanted }) => wanted),
    versionOf,
    now,
  );
};
