import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { writeTaskCursor, type TaskCursor } from './rules/task-cursor.ts';
import type { TaskPage, TaskView } from './rules/task-view.ts';
import { countOpen, selectTask, selectTaskPage, type TaskFilter } from './task-views.store.ts';

export type TaskQuery = Omit<TaskFilter, 'ownerId' | 'dueBefore'> & {
  /** a staff member's id, `me` or `nobody` */
  owner: string | undefined;
  /** only what is due by now */
  due: boolean;
  after: TaskCursor | null;
};

const cursorOf = (task: TaskView): string =>
  writeTaskCursor({ at: task.doneAt ?? task.dueAt ?? 'infinity', id: task.id });

/** One page of the list; counts of what is open come with the first. */
export const listTasks = async (
  trx: ClinicTransaction,
  { owner, due, limit, ...filter }: TaskQuery,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<TaskPage> => {
  const staffId = await findStaffIdOfUser(trx, userId);
  const counts = filter.after === null ? await countOpen(trx, staffId, now) : null;
  // Whoever answers no calls here has no tasks of their own.
  if (owner === 'me' && staffId === null) return { items: [], nextCursor: null, counts };
  const ownerId = owner === 'me' ? staffId : owner === 'nobody' ? null : owner;
  const dueBefore = due ? now : undefined;
  const rows = await selectTaskPage(trx, { ...filter, ownerId, dueBefore, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null, counts };
};

export const showTask = (trx: ClinicTransaction, taskId: string): Promise<TaskView | null> =>
  selectTask(trx, taskId);
