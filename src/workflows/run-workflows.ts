import { callBell } from '../dialling/call-bell.ts';
import { eventBell } from '../events/event-bell.ts';
import { messageBell } from '../messages/message-bell.ts';
import type { Connection } from '../platform/database/pool.ts';
import { listen } from '../platform/listen.ts';
import { startRounds } from '../platform/rounds.ts';
import { workThrough, type WorkflowDependencies } from './work-through.ts';

/** A bell may be missed while the connection is made anew. */
const pollMs = 5000;

/** Works for as long as the process runs. */
export const runWorkflows = async (
  deps: WorkflowDependencies,
  connection: Connection,
): Promise<{ close(): Promise<void> }> => {
  const rounds = startRounds('workflows', {
    pollMs,
    log: deps.log,
    round: async () => {
      const next = await workThrough(deps);
      return next === null ? null : next.epochMilliseconds - deps.clock.now().epochMilliseconds;
    },
  });
  const ears = await Promise.all(
    [eventBell, messageBell, callBell].map((bell) => listen(connection, bell, deps.log, () => rounds.ring())),
  );
  return {
    async close() {
      await Promise.all(ears.map((ear) => ear.close()));
      await rounds.close();
    },
  };
};
