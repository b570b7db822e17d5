import type { AnyNewEvent } from '../../events/rules/new-event.ts';
import type { Payment, Plan, Procedure } from './care-records.ts';
import { eventOfPhase } from './treatment-phase.ts';

/** What a change tells. An event with a key happens once: what was put right and done again is no second one. */

const planPayload = ({ id, reference, name, totalCents, currency }: Plan) => ({
  treatmentPlanId: id,
  reference,
  name,
  totalCents,
  currency,
});

const milestone = (plan: Plan, reached: string, at: Temporal.Instant): AnyNewEvent => ({
  kind: 'TREATMENT_MILESTONE',
  occurredAt: at,
  patientId: plan.patientId,
  key: `plan:${plan.id}:milestone:${reached}`,
  payload: { ...planPayload(plan), milestone: reached },
});

/** @param before null: a new one. One that is entered past its proposal has been proposed elsewhere, long ago */
export const planEvents = (before: Plan | null, plan: Plan, at: Temporal.Instant): AnyNewEvent[] => {
  const plain = (kind: 'TREATMENT_PLAN_CREATED' | 'TREATMENT_PLAN_ACCEPTED' | 'TREATMENT_STARTED') => ({
    kind,
    occurredAt: at,
    patientId: plan.patientId,
    key: `plan:${plan.id}:${kind}`,
    payload: planPayload(plan),
  });
  if (before === null) return plan.phase === 'proposed' ? [plain('TREATMENT_PLAN_CREATED')] : [];
  const events: AnyNewEvent[] = [];
  const told = eventOfPhase(before.phase, plan.phase);
  if (told !== null)
    events.push(told.kind === 'TREATMENT_MILESTONE' ? milestone(plan, told.milestone, at) : plain(told.kind));
  if (plan.milestone !== null && plan.milestone !== before.milestone)
    events.push(milestone(plan, plan.milestone, at));
  return events;
};

export const procedureEvents = (
  before: Procedure | null,
  procedure: Procedure,
  at: Temporal.Instant,
): AnyNewEvent[] => {
  const { id, patientId, reference, code, name, practitionerId, doneAt } = procedure;
  if (doneAt === null || (before !== null && before.doneAt !== null)) return [];
  const payload = { procedureId: id, reference, code, name, practitionerId };
  return [
    { kind: 'PROCEDURE_COMPLETED', occurredAt: at, patientId, key: `procedure:${id}:completed`, payload },
  ];
};

const paymentPayload = ({ id, reference, amountCents, currency, dueOn }: Payment) => ({
  paymentId: id,
  reference,
  amountCents,
  currency,
  dueOn,
});

/** That a payment is due, on its day. */
export const paymentDue = (payment: Payment, at: Temporal.Instant): AnyNewEvent => ({
  kind: 'PAYMENT_DUE',
  occurredAt: at,
  patientId: payment.patientId,
  key: `payment:${payment.id}:due`,
  payload: paymentPayload(payment),
});

/** Whether its day has come; without a day it is due at once. */
export const isDueBy = ({ status, dueOn }: Payment, today: string): boolean =>
  status === 'due' && (dueOn === null || dueOn <= today);

/** A payment can fail more than once, so that event has no key. */
export const paymentEvents = (
  before: Payment | null,
  payment: Payment,
  at: Temporal.Instant,
): AnyNewEvent[] => {
  const { id, patientId, status, fault } = payment;
  const events: AnyNewEvent[] =
    payment.dueRecorded && before?.dueRecorded !== true ? [paymentDue(payment, at)] : [];
  if (status === before?.status) return events;
  const payload = paymentPayload(payment);
  const common = { occurredAt: at, patientId };
  if (status === 'failed') events.push({ ...common, kind: 'PAYMENT_FAILED', payload: { ...payload, fault } });
  if (status === 'received')
    events.push({ ...common, kind: 'PAYMENT_RECEIVED', key: `payment:${id}:received`, payload });
  return events;
};
