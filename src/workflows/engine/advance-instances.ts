import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { carryOut, type Wanted } from './carry-out.ts';
import {
  saveInstances,
  type InstanceRow,
  type SavedExecution,
  type SavedInstance,
} from './instances.store.ts';
import { loadSubjects } from './load-subjects.ts';
import { loadVersions, type Version } from '../versions/load-versions.ts';
import { advance } from '../rules/advance.ts';
import { countsAs } from '../rules/counts-as.ts';
import type { Fact } from '../rules/fact.ts';
import { wakeOf, type InstanceState } from '../rules/instance.ts';
import type { Subject } from '../rules/subject.ts';

export type Told = { row: InstanceRow; facts: readonly Fact[] };

type Walked = { saved: Omit<SavedInstance, 'counts_as'>; executions: SavedExecution[]; wanted: Wanted[] };

const statusOf = (state: InstanceState, paused: boolean): SavedInstance['status'] =>
  state.status === 'running' && paused ? 'paused' : state.status;

/** Its state may be what cannot be read, the number of its executions included. */
const afterAllOthers = 2_147_483_647;

/** What cannot go on by a fault of ours ends and says so: it must not hold up everybody else of its batch for ever. */
const broken = ({ id, state }: InstanceRow, now: Temporal.Instant): Walked => {
  const over: InstanceState = {
    ...state,
    status: 'exited',
    exit: 'broken',
    position: null,
  };
  return {
    saved: {
      id,
      status: 'exited',
      state: over,
      exit_reason: 'broken',
      wake_at: null,
      ended_at: now.toString(),
    },
    executions: [
      {
        instance_id: id,
        number: afterAllOthers,
        round: 0,
        step: null,
        kind: 'INSTANCE',
        outcome: 'exited',
        reason: 'broken',
        detail: {},
        key: null,
      },
    ],
    wanted: [],
  };
};

const walkSafely = (
  told: Told,
  version: Version | undefined,
  subject: Subject,
  now: Temporal.Instant,
): Walked => {
  try {
    return walk(told, version, subject, now);
  } catch {
    return broken(told.row, now);
  }
};

const walk = (
  { row, facts }: Told,
  version: Version | undefined,
  subject: Subject,
  now: Temporal.Instant,
): Walked => {
  const executions: SavedExecution[] = [];
  const wanted: Wanted[] = [];
  let { state } = row;
  if (version === undefined) return broken(row, now);
  const { definition } = version;
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
  const definitions = new Set(rows.flatMap((row) => versionOf(row)?.definition ?? []));
  const subjectOf = await loadSubjects(trx, rows, definitions, now);
  const walked = told.map((one) => walkSafely(one, versionOf(one.row), subjectOf(one.row), now));
  await saveInstances(
    trx,
    walked.map(({ saved, executions }, index) => ({
      ...saved,
      counts_as: Object.fromEntries(
        countsAs(executions, told[index]!.facts).map((counted) => [counted, true]),
      ),
    })),
    walked.flatMap(({ executions }) => executions),
    now,
  );
  await carryOut(
    trx,
    walked.flatMap(({ wanted }) => wanted),
    (row) => versionOf(row)!,
    now,
  );
  await announce(trx, 'workflows');
};
