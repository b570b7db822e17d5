import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { TaskKind, TaskView } from './rules/task-view.ts';
import { insertTasks } from './tasks.store.ts';

export type NewTask = {
  kind: TaskKind;
  /** may be left out on a callback */
  title?: string | null;
  body?: string | null;
  patientId?: string | null;
  /** E.164; on a callback with a call or a patient it may be left out */
  phoneNumber?: string | null;
  callId?: string | null;
  appointmentId?: string | null;
  /** a staff member; left out: whoever comes first */
  ownerId?: string | null;
  dueAt?: Temporal.Instant | null;
  from:
    | { source: 'staff'; userId: string }
    | { source: 'message'; sourceId: string }
    /** sourceId: the workflow instance */
    | { source: 'workflow'; sourceId: string; workflow: TaskView['workflow'] };
  /** of the effect: made again with it, nothing is made */
  key?: string | null;
};

/**
 * Puts these on the list. A callback takes the number, and the person, of its call where they are not given.
 * Ids of another clinic make the transaction fail: check what comes from outside first.
 * @returns ids in the order of `tasks`; null for one whose key is there already
 */
export const createTasks = async (
  trx: ClinicTransaction,
  tasks: readonly NewTask[],
  at: Temporal.Instant,
): Promise<(string | null)[]> => {
  if (tasks.length === 0) return [];
  const rows = tasks.map((task) => ({ ...task, id: randomUUIDv7() }));
  const made = await insertTasks(trx, rows, at);
  for (const { id, kind, from } of rows)
    if (from.source === 'staff' && made.has(id))
      await recordAudit(trx, {
        userId: from.userId,
        at,
        action: 'task.created',
        subject: { kind: 'task', id },
        detail: { kind },
      });
  if (made.size > 0) await announce(trx, 'tasks');
  return rows.map(({ id }) => (made.has(id) ? id : null));
};
