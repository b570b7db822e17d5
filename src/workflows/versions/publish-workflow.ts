import { recordAudit } from '../../audit/record-audit.ts';
import { keepStepTexts, type StepText } from '../../messages/templates/keep-step-texts.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { checkDraft } from '../check-draft.ts';
import { endUnderWay } from './end-under-way.ts';
import type { By } from '../make-workflow.ts';
import { isAboutAppointments } from '../rules/check-definition.ts';
import type { Definition } from '../rules/definition.ts';
import { programOf } from '../rules/program.ts';
import { channelsOf, contentOf, isSend } from '../rules/send.ts';
import type { UnderWay } from '../rules/workflow-views.ts';
import { planDaily } from '../engine/start-daily.ts';
import { insertVersion, selectNewestVersion, type StepTexts } from './versions.store.ts';
import { putWakesDown } from '../engine/wakes.store.ts';
import { lockWorkflow, moveInstances, updateWorkflow } from '../workflows.store.ts';

export type Publication = { revision: number; underWay: UnderWay };
export type Published =
  | { ok: true; version: number }
  | { ok: false; why: 'no-such-workflow' | 'outdated' | 'no-draft' | 'faulty' };

/** The texts that stand in the steps themselves; messages are written from them. */
const textsIn = (definition: Definition): StepText[] =>
  [...programOf(definition).places.values()].flatMap(({ step }) => {
    const content = isSend(step) ? contentOf(step) : null;
    if (!isSend(step) || content === null || 'templateId' in content) return [];
    const about = isAboutAppointments(definition) ? 'appointment' : 'patient';
    const [channel] = channelsOf(step) as [StepText['channel']];
    return [{ step: step.id, channel, purpose: definition.purpose, about, ...content }];
  });

/** Publishes the draft: who comes in from now on goes by it; the manager says what becomes of those under way. */
export const publishWorkflow = async (
  trx: ClinicTransaction,
  id: string,
  { revision, underWay }: Publication,
  { userId, at: now }: By,
): Promise<Published> => {
  const workflow = await lockWorkflow(trx, id);
  if (workflow === null || workflow.status === 'archived') return { ok: false, why: 'no-such-workflow' };
  if (workflow.revision !== revision) return { ok: false, why: 'outdated' };
  if (workflow.draft === null) return { ok: false, why: 'no-draft' };
  const { definition, faults } = await checkDraft(trx, workflow.draft);
  if (definition === null || faults.length > 0) return { ok: false, why: 'faulty' };
  const version = (await selectNewestVersion(trx, id)) + 1;
  const texts: StepTexts = await keepStepTexts(
    trx,
    `${workflow.name} ${version}`,
    textsIn(definition),
    userId,
    now,
  );
  await insertVersion(trx, { workflowId: id, version, definition, texts, publishedBy: userId }, now);
  await planDaily(trx, id, definition, now);
  await updateWorkflow(
    trx,
    id,
    { version, draft: null, ...(workflow.status === 'draft' ? { status: 'active' } : {}) },
    now,
  );
  if (underWay === 'end') await endUnderWay(trx, id, now);
  if (underWay === 'move') {
    await moveInstances(trx, id, version, now);
    await putWakesDown(trx);
  }
  await recordAudit(trx, {
    userId,
    at: now,
    action: 'workflow.published',
    subject: { kind: 'workflow', id },
    detail: { version, underWay },
  });
  await announce(trx, 'workflows', id);
  return { ok: true, version };
};
