import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { TaskChange } from './rules/task-draft.ts';
import { areKnown, clearOwner, lockTask, updateTask } from './tasks.store.ts';

type By = { userId: string; at: Temporal.Instant };
type Refused = 'no-such-task' | 'changed-meanwhile' | 'no-such-owner' | 'title-needed';

const columnsOf = ({ title, body, dueAt, ownerId }: TaskChange) => ({
  ...(title === undefined ? {} : { title }),
  ...(body === undefined ? {} : { body }),
  ...(dueAt === undefined ? {} : { due_at: dueAt === null ? null : Temporal.Instant.from(dueAt) }),
  ...(ownerId === undefined ? {} : { owner_id: ownerId }),
});

/** Changes a task, gives it to somebody, marks it done or open again. Two who tick it off are no conflict. */
export const changeTask = async (
  trx: ClinicTransaction,
  taskId: string,
  change: TaskChange,
  { userId, at }: By,
): Promise<'done' | Refused> => {
  const task = await lockTask(trx, taskId);
  if (task === null) return 'no-such-task';
  if (change.revision !== undefined && change.revision !== task.revision) return 'changed-meanwhile';
  if (change.title === null && task.kind !== 'callback') return 'title-needed';
  const known = await areKnown(trx, { patientId: null, callId: null, ownerId: change.ownerId ?? null });
  if (!known.owner) return 'no-such-owner';
  const turned = change.done !== undefined && change.done !== task.done;
  const columns = {
    ...columnsOf(change),
    ...(turned ? { done_at: change.done ? at : null, done_by: change.done ? userId : null } : {}),
  };
  if (Object.keys(columns).length === 0) return 'done';
  await updateTask(trx, taskId, columns);
  const action = !turned ? 'task.changed' : change.done === true ? 'task.done' : 'task.reopened';
  await recordAudit(trx, { userId, at, action, subject: { kind: 'task', id: taskId } });
  await announce(trx, 'tasks', taskId);
  return 'done';
};

/** Gives what somebody had not finished back to everybody. */
export const releaseTasks = async (trx: ClinicTransaction, staffId: string): Promise<void> => {
  if (await clearOwner(trx, staffId)) await announce(trx, 'tasks');
};
