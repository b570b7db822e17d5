import { recordAudit } from '../../audit/record-audit.ts';
import { releaseOrders } from '../../dialling/release-orders.ts';
import { holdMessages, releaseMessages } from '../../messages/delivery/hold-messages.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import type { By } from '../make-workflow.ts';
import type { Overdue } from '../rules/workflow-views.ts';
import { putWakesDown } from '../engine/wakes.store.ts';
import {
  lockWorkflow,
  pauseInstances,
  resumeInstances,
  selectWithMessages,
  selectWithOrders,
  updateWorkflow,
} from '../workflows.store.ts';

export type Switched = 'done' | 'no-such-workflow' | 'not-now';

const finish = async (
  trx: ClinicTransaction,
  id: string,
  action: string,
  detail: Record<string, string>,
  { userId, at }: By,
): Promise<'done'> => {
  await recordAudit(trx, { userId, at, action, subject: { kind: 'workflow', id }, detail });
  await announce(trx, 'workflows', id);
  return 'done';
};

/** Nobody is contacted any more: what was ordered and has not left is held. New people still come in and wait with the others; nothing is forgotten. */
export const pauseWorkflow = async (trx: ClinicTransaction, id: string, by: By): Promise<Switched> => {
  const workflow = await lockWorkflow(trx, id);
  if (workflow === null) return 'no-such-workflow';
  if (workflow.status !== 'active') return 'not-now';
  await updateWorkflow(trx, id, { status: 'paused' }, by.at);
  await pauseInstances(trx, id);
  await holdMessages(trx, await selectWithMessages(trx, id));
  return finish(trx, id, 'workflow.paused', {}, by);
};

/** It goes on. What came due during the pause is left out, done now, or done bit by bit: never all at once unasked. */
export const resumeWorkflow = async (
  trx: ClinicTransaction,
  id: string,
  choice: Overdue,
  by: By,
): Promise<Switched> => {
  const workflow = await lockWorkflow(trx, id);
  if (workflow === null) return 'no-such-workflow';
  if (workflow.status !== 'paused') return 'not-now';
  await updateWorkflow(trx, id, { status: 'active' }, by.at);
  await resumeInstances(trx, id, choice, by.at);
  await releaseMessages(trx, await selectWithMessages(trx, id), choice, by.at);
  await releaseOrders(trx, await selectWithOrders(trx, id), choice, by.at);
  await putWakesDown(trx);
  return finish(trx, id, 'workflow.resumed', { overdue: choice.overdue }, by);
};
