import { callBell } from '../../dialling/call-bell.ts';
import { eventBell } from '../../events/event-bell.ts';
import { messageBell } from '../../messages/delivery/message-bell.ts';
import type { Connection } from '../../platform/database/pool.ts';
import { roundsOnBells } from '../../platform/rounds-on-bells.ts';
import { workThrough, type WorkflowDependencies } from './work-through.ts';

/** Works for as long as the process runs. */
export const runWorkflows = (
  deps: WorkflowDependencies,
  connection: Connection,
): Promise<{ close(): Promise<void> }> =>
  roundsOnBells('workflows', [eventBell, messageBell, callBell], { ...deps, connection }, () =>
    workThrough(deps),
  );
