import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { advanceInstances, type Told } from './advance-instances.ts';
import { filterOf } from './filter-instances.ts';
import { everyInstance } from './instance-filter.store.ts';
import { lockInstances, type InstanceRow } from './instances.store.ts';
import type { By } from './make-workflow.ts';
import type { Many, ManyDone } from './rules/by-hand-views.ts';
import type { Fact, Hand } from './rules/fact.ts';
import { selectStaffName, selectUnderWayAfter } from './stories.store.ts';
import { putWakesDown } from './wakes.store.ts';
import { moveInstances, selectWorkflows } from './workflows.store.ts';

const batch = 200;

const deeds = {
  end: 'workflow.many-ended',
  'go-on': 'workflow.many-moved-on',
  move: 'workflow.many-moved',
} satisfies Record<Many['act'], string>;

const choose = async (trx: ClinicTransaction, many: Many, asked: Temporal.Instant): Promise<string[]> => {
  const { ids, search, after } = many;
  if (ids !== undefined)
    return ids
      .toSorted()
      .filter((id) => after === null || id > after)
      .slice(0, batch);
  const filter = search === undefined ? everyInstance : await filterOf(trx, search, asked);
  const { startedTo } = filter;
  const before = startedTo !== null && Temporal.Instant.compare(startedTo, asked) < 0 ? startedTo : asked;
  return selectUnderWayAfter(trx, { ...filter, startedTo: before }, after, batch);
};

const factFor = ({ state, paused }: InstanceRow, act: 'end' | 'go-on', hand: Hand): Fact | null => {
  if (state.status !== 'running') return null;
  if (act === 'end') return { fact: 'ended', hand };
  return !paused && state.position?.doing === 'waiting' ? { fact: 'waited-enough', hand } : null;
};

/** Each workflow's to its own version in force. */
const move = async (
  trx: ClinicTransaction,
  rows: readonly InstanceRow[],
  at: Temporal.Instant,
): Promise<number> => {
  let moved = 0;
  for (const [workflowId, those] of Map.groupBy(rows, (row) => row.workflowId)) {
    const [workflow] = await selectWorkflows(trx, at, workflowId);
    if (workflow === undefined || workflow.version === null) continue;
    const ids = those.map(({ id }) => id);
    moved += await moveInstances(trx, workflowId, workflow.version, at, ids);
  }
  if (moved > 0) await putWakesDown(trx);
  await announce(trx, 'workflows');
  return moved;
};

/** One batch of what is done with many, in one transaction; whoever asks comes again for the next. */
export const actOnMany = async (
  trx: ClinicTransaction,
  many: Many,
  { userId, at }: By,
): Promise<ManyDone> => {
  const startedBefore = many.startedBefore ?? at.toString();
  const ids = await choose(trx, many, Temporal.Instant.from(startedBefore));
  if (ids.length === 0) return { done: 0, passedOver: 0, next: null, startedBefore };
  const { act, why } = many;
  const rows = await lockInstances(trx, ids);
  const hand = { by: await selectStaffName(trx, userId), why };
  const told = rows.flatMap((row): Told[] => {
    const fact = act === 'move' ? null : factFor(row, act, hand);
    return fact === null ? [] : [{ row, facts: [fact] }];
  });
  await advanceInstances(trx, told, at);
  const done = act === 'move' ? await move(trx, rows, at) : told.length;
  await recordAudit(trx, {
    userId,
    at,
    action: deeds[act],
    subject: { kind: 'workflow-instance', id: null },
    detail: { why, count: done, workflowId: many.search?.workflowId ?? null },
  });
  const next = ids.length < batch ? null : (ids.at(-1) ?? null);
  return { done, passedOver: ids.length - done, next, startedBefore };
};
