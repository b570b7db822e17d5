import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { recordEvents } from '../events/record-event.ts';
import { standingOf } from '../patients/change-balance.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertPlan, lockPlan, updatePlan } from './plans.store.ts';
import { planEvents } from './rules/care-events.ts';
import type { NewPlan, PlanChange } from './rules/care-input.ts';
import type { Plan } from './rules/care-records.ts';

export type By = { userId: string; at: Temporal.Instant };
/** What was changed, and whose it is. */
export type Changed = { id: string; patientId: string };

const keep = async (
  trx: ClinicTransaction,
  before: Plan | null,
  plan: Plan,
  action: string,
  { userId, at }: By,
): Promise<void> => {
  if (before === null) await insertPlan(trx, plan, at);
  else await updatePlan(trx, plan);
  await recordEvents(trx, planEvents(before, plan, at));
  const detail = { patientId: plan.patientId, phase: plan.phase };
  await recordAudit(trx, { userId, at, action, subject: { kind: 'treatment-plan', id: plan.id }, detail });
  await announce(trx, 'care', plan.patientId);
};

/** Enters a treatment plan. */
export const addPlan = async (
  trx: ClinicTransaction,
  patientId: string,
  draft: NewPlan,
  by: By,
): Promise<Changed | 'no-such'> => {
  const standing = await standingOf(trx, patientId);
  if (standing === null) return 'no-such';
  const plan: Plan = {
    ...draft,
    id: randomUUIDv7(),
    patientId,
    phaseSince: by.at,
    milestone: null,
    currency: standing.currency,
    source: 'frontdesk',
    reference: null,
    revision: 1,
  };
  await keep(trx, null, plan, 'treatment-plan.added', by);
  return { id: plan.id, patientId };
};

/** Changes a plan, takes it on to its next phase, or back. Two who accept it are no conflict. */
export const changePlan = async (
  trx: ClinicTransaction,
  id: string,
  { revision, ...change }: PlanChange,
  by: By,
): Promise<Changed | 'no-such' | 'changed-meanwhile'> => {
  const before = await lockPlan(trx, { id });
  if (before === null) return 'no-such';
  const isNew = change.phase !== undefined && change.phase !== before.phase;
  const sent = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const plan: Plan = { ...before, ...sent, phaseSince: isNew ? by.at : before.phaseSince };
  if (JSON.stringify(plan) === JSON.stringify(before)) return before;
  if (revision !== undefined && revision !== before.revision) return 'changed-meanwhile';
  await keep(trx, before, plan, isNew ? `treatment-plan.${plan.phase}` : 'treatment-plan.changed', by);
  return plan;
};
