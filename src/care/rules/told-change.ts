import type { AnyNewEvent, NewEvent } from '../../events/rules/new-event.ts';
import type { Payment, Plan } from './care-records.ts';
import { eventOfPhase, isOpen, type TreatmentPhase } from './treatment-phase.ts';

const planKinds = [
  'TREATMENT_PLAN_CREATED',
  'TREATMENT_PLAN_ACCEPTED',
  'TREATMENT_STARTED',
  'TREATMENT_MILESTONE',
] as const;
const paymentKinds = ['PAYMENT_DUE', 'PAYMENT_FAILED', 'PAYMENT_RECEIVED'] as const;
export type PlanEvent = { [K in (typeof planKinds)[number]]: NewEvent<K> }[(typeof planKinds)[number]];
export type PaymentEvent = {
  [K in (typeof paymentKinds)[number]]: NewEvent<K>;
}[(typeof paymentKinds)[number]];
export type ProcedureEvent = NewEvent<'PROCEDURE_COMPLETED'>;

export const isPlanEvent = (event: AnyNewEvent): event is PlanEvent =>
  (planKinds as readonly string[]).includes(event.kind);
export const isPaymentEvent = (event: AnyNewEvent): event is PaymentEvent =>
  (paymentKinds as readonly string[]).includes(event.kind);
export const isProcedureEvent = (event: AnyNewEvent): event is ProcedureEvent =>
  event.kind === 'PROCEDURE_COMPLETED';

const phaseOf = {
  TREATMENT_PLAN_CREATED: 'proposed',
  TREATMENT_PLAN_ACCEPTED: 'accepted',
  TREATMENT_STARTED: 'active',
} as const;

/** The phase that a plan has by what is said: a milestone is of a treatment that goes on, unless it is its end. */
export const toldPhase = (event: PlanEvent): TreatmentPhase => {
  if (event.kind !== 'TREATMENT_MILESTONE') return phaseOf[event.kind];
  const { milestone } = event.payload;
  return milestone === 'retention' || milestone === 'completed' ? milestone : 'active';
};

const isOlder = (event: { occurredAt: Temporal.Instant }, known: Temporal.Instant): boolean =>
  Temporal.Instant.compare(event.occurredAt, known) < 0;

/**
 * A known plan as a practice system tells of it. @returns null: no news. What comes late does not take a plan back to where
 * it was, nor up again when it has been given up since.
 */
export const toldPlan = (before: Plan, event: PlanEvent): Plan | null => {
  const { name, totalCents } = event.payload;
  const phase = toldPhase(event);
  const late = isOlder(event, before.phaseSince);
  const goesOn = eventOfPhase(before.phase, phase) !== null && (isOpen(before.phase) || !late);
  const milestone = event.kind === 'TREATMENT_MILESTONE' ? event.payload.milestone : before.milestone;
  const isReached = milestone !== before.milestone && !late;
  if (!goesOn && !isReached) return null;
  return {
    ...before,
    name,
    totalCents: totalCents ?? before.totalCents,
    milestone: isReached || goesOn ? milestone : before.milestone,
    ...(goesOn ? { phase, phaseSince: event.occurredAt } : {}),
  };
};

const statusOf = { PAYMENT_DUE: 'due', PAYMENT_FAILED: 'failed', PAYMENT_RECEIVED: 'received' } as const;

export const toldStatus = ({ kind }: PaymentEvent): (typeof statusOf)[PaymentEvent['kind']] => statusOf[kind];

/**
 * A known payment as a practice system tells of it. @returns null: no news, or older than what is known. It may fail again,
 * and again after it arrived: a bank took it back.
 */
export const toldPayment = (before: Payment, event: PaymentEvent): Payment | null => {
  const status = toldStatus(event);
  if (isOlder(event, before.statusSince)) return null;
  if (status === before.status && status === 'received') return null;
  if (status === 'due' && (before.status !== 'due' || before.dueRecorded)) return null;
  const { amountCents, dueOn } = event.payload;
  return {
    ...before,
    amountCents,
    dueOn: dueOn ?? before.dueOn,
    status,
    statusSince: event.occurredAt,
    fault: event.kind === 'PAYMENT_FAILED' ? event.payload.fault : null,
    dueRecorded: before.dueRecorded || status === 'due',
  };
};
