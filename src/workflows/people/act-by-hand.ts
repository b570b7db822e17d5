import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { actOnSeen } from './act-on-seen.ts';
import type { By } from '../make-workflow.ts';
import type { ByHand } from '../rules/by-hand-views.ts';
import type { Refusal } from '../rules/hand-deed.ts';
import { selectStaffName } from './stories.store.ts';

export type Acted = 'done' | 'no-such-instance' | Refusal;

const deeds = {
  end: 'workflow.person-ended',
  'go-on': 'workflow.person-moved-on',
  again: 'workflow.step-repeated',
} satisfies Record<ByHand['act'], string>;

/**
 * Somebody of the staff ends an instance, cuts its wait short, or has a step done once more. The same request once more,
 * because its answer was lost, is done already.
 */
export const actByHand = async (
  trx: ClinicTransaction,
  instanceId: string,
  deed: ByHand,
  { userId, at }: By,
): Promise<Acted> => {
  const { act, why } = deed;
  const seen = 'step' in deed ? { step: deed.step, number: deed.seen } : null;
  const hand = { by: await selectStaffName(trx, userId), why };
  const judged = (await actOnSeen(trx, [{ id: instanceId, seen }], { act, hand }, at)).get(instanceId);
  if (judged === undefined) return 'no-such-instance';
  const { verdict, row } = judged;
  if (verdict === 'did-already') return 'done';
  if (verdict !== 'may') return verdict;
  await recordAudit(trx, {
    userId,
    at,
    action: deeds[act],
    subject: { kind: 'workflow-instance', id: instanceId },
    detail: { why, step: seen?.step ?? null, patientId: row.patientId },
  });
  return 'done';
};
