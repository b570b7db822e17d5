import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { advanceInstances } from './advance-instances.ts';
import { lockInstances, type InstanceRow } from './instances.store.ts';
import type { By } from './make-workflow.ts';
import type { ByHand } from './rules/by-hand-views.ts';
import { mayBeDoneAgain } from './rules/done-again.ts';
import type { Fact, Hand } from './rules/fact.ts';
import { selectLastTold, selectStaffName } from './stories.store.ts';

export type Acted = 'done' | 'no-such-instance' | 'not-now';

const factOf = (deed: ByHand, hand: Hand): Fact => {
  switch (deed.act) {
    case 'end':
      return { fact: 'ended', hand };
    case 'go-on':
      return { fact: 'waited-enough', hand };
    case 'again':
      return { fact: 'again', step: deed.step, hand };
  }
};

const deeds = {
  end: 'workflow.person-ended',
  'go-on': 'workflow.person-moved-on',
  again: 'workflow.step-repeated',
} satisfies Record<ByHand['act'], string>;

/** Asked when the row is locked: whoever was quicker, a colleague or a worker, has changed what may be done. */
const isPossible = async (
  trx: ClinicTransaction,
  { id, state, paused }: InstanceRow,
  deed: ByHand,
): Promise<boolean> => {
  if (deed.act === 'end') return state.status === 'running';
  if (paused) return false;
  if (deed.act === 'go-on') {
    const { position } = state;
    const waits = position?.doing === 'waiting' || position?.doing === 'calling-again';
    return state.status === 'running' && waits && position.step === deed.step;
  }
  return state.status !== 'exited' && mayBeDoneAgain(await selectLastTold(trx, id, deed.step));
};

/** Somebody of the staff ends an instance, cuts its wait short, or has a step done once more. */
export const actByHand = async (
  trx: ClinicTransaction,
  instanceId: string,
  deed: ByHand,
  { userId, at }: By,
): Promise<Acted> => {
  const [row] = await lockInstances(trx, [instanceId]);
  if (row === undefined) return 'no-such-instance';
  if (!(await isPossible(trx, row, deed))) return 'not-now';
  const hand = { by: await selectStaffName(trx, userId), why: deed.why };
  await advanceInstances(trx, [{ row, facts: [factOf(deed, hand)] }], at);
  await recordAudit(trx, {
    userId,
    at,
    action: deeds[deed.act],
    subject: { kind: 'workflow-instance', id: instanceId },
    detail: { why: deed.why, step: 'step' in deed ? deed.step : null, patientId: row.patientId },
  });
  return 'done';
};
