import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { isRecorded } from '../events/is-recorded.ts';
import { recordEvent } from '../events/record-event.ts';
import type { AnyNewEvent } from '../events/rules/new-event.ts';
import { standingOf, type Standing } from '../patients/change-balance.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { By } from './change-plan.ts';
import { keepPayment } from './keep-payment.ts';
import { arePartsKnown } from './known-parts.store.ts';
import { lockPayment } from './payments.store.ts';
import { insertPlan, lockPlan, updatePlan } from './plans.store.ts';
import { insertProcedure, lockProcedure, updateProcedure } from './procedures.store.ts';
import {
  isPaymentEvent,
  isPlanEvent,
  isProcedureEvent,
  toldPayment,
  toldPhase,
  toldPlan,
  toldStatus,
  type PaymentEvent,
  type PlanEvent,
  type ProcedureEvent,
} from './rules/told-change.ts';

/** Named by a system, about somebody. */
type Told<Event> = Event & { source: string; key: string; patientId: string };
type Place = { standing: Standing; by: By };
/** The id of the row that an event is about; null: it says nothing new */
type Kept = { ok: true; id: string | null } | { ok: false; fault: string };

const strange = (field: string): Kept => ({ ok: false, fault: `${field}: this patient has none of that id` });
const known: Kept = { ok: true, id: null };

/** What an event calls the thing it is about: our id, else the sender's name for it, else what makes it known among the patient's. */
const whichOf = <Same>(
  own: string | null,
  { source, payload }: { source: string; payload: { reference: string | null } },
  same: Same,
) => {
  if (own !== null) return { id: own };
  return payload.reference === null ? same : { source, reference: payload.reference };
};

const keepPlan = async (
  trx: ClinicTransaction,
  event: Told<PlanEvent>,
  { standing, by }: Place,
): Promise<Kept> => {
  const { patientId, payload, occurredAt, source } = event;
  const own = payload.treatmentPlanId;
  const before = await lockPlan(trx, whichOf(own, event, { patientId, name: payload.name }));
  if (before === null && own !== null) return strange('data.treatmentPlanId');
  if (before === null) {
    const id = randomUUIDv7();
    const { name, totalCents, reference } = payload;
    const plan = { id, patientId, name, totalCents, source, reference, link: null };
    const milestone = event.kind === 'TREATMENT_MILESTONE' ? event.payload.milestone : null;
    const currency = payload.currency ?? standing.currency;
    const phase = { phase: toldPhase(event), phaseSince: occurredAt, milestone };
    await insertPlan(trx, { ...plan, ...phase, currency }, by.at);
    return { ok: true, id };
  }
  if (before.patientId !== patientId) return strange('data.reference');
  const plan = toldPlan(before, event);
  if (plan === null) return known;
  await updatePlan(trx, plan);
  return { ok: true, id: plan.id };
};

const keepProcedure = async (
  trx: ClinicTransaction,
  event: Told<ProcedureEvent>,
  { by }: Place,
): Promise<Kept> => {
  const { patientId, payload, occurredAt, source } = event;
  const { procedureId: own, name, code, practitionerId, reference } = payload;
  if (!(await arePartsKnown(trx, { patientId, planId: null, practitionerId })).practitioner)
    return { ok: false, fault: 'data.practitionerId: there is none of that id' };
  const before = await lockProcedure(trx, whichOf(own, event, { patientId, name }));
  if (before === null && own !== null) return strange('data.procedureId');
  if (before === null) {
    const id = randomUUIDv7();
    const done = { doneAt: occurredAt, practitionerId, planId: null, revision: 1 };
    await insertProcedure(trx, { id, patientId, name, code, source, reference, ...done }, by.at);
    return { ok: true, id };
  }
  if (before.patientId !== patientId) return strange('data.reference');
  if (before.doneAt !== null) return known;
  const told = { doneAt: occurredAt, practitionerId: practitionerId ?? before.practitionerId };
  await updateProcedure(trx, { ...before, ...told, name, code: code ?? before.code });
  return { ok: true, id: before.id };
};

const addTold = async (
  trx: ClinicTransaction,
  event: Told<PaymentEvent>,
  { standing, by }: Place,
): Promise<Kept> => {
  const { patientId, payload, occurredAt, source } = event;
  const { amountCents, currency, dueOn, reference } = payload;
  const id = randomUUIDv7();
  const status = toldStatus(event);
  const fault = event.kind === 'PAYMENT_FAILED' ? event.payload.fault : null;
  const payment = {
    id,
    patientId,
    planId: null,
    amountCents,
    currency,
    dueOn,
    source,
    reference,
    link: null,
  };
  const told = { status, statusSince: occurredAt, fault, dueRecorded: status === 'due' };
  await keepPayment(trx, { ...payment, ...told, movedCents: 0, revision: 1 }, true, standing, by.at);
  return { ok: true, id };
};

const keepTold = async (trx: ClinicTransaction, event: Told<PaymentEvent>, place: Place): Promise<Kept> => {
  const { patientId, payload } = event;
  const { paymentId: own, amountCents, currency } = payload;
  const before = await lockPayment(trx, whichOf(own, event, { patientId, amountCents, currency }));
  if (before === null) return own === null ? addTold(trx, event, place) : strange('data.paymentId');
  if (before.patientId !== patientId) return strange('data.reference');
  if (before.currency !== currency) return { ok: false, fault: 'data.currency: it was asked for in another' };
  const payment = toldPayment(before, event);
  if (payment === null) return known;
  await keepPayment(trx, payment, false, place.standing, place.by.at);
  return { ok: true, id: payment.id };
};

type Written = { kept: Kept; event: AnyNewEvent; kind: string };

/** The event with the id of what it is about. @param field where its payload names it */
const about = (kind: string, field: string, event: AnyNewEvent, kept: Kept): Written => {
  const payload = { ...event.payload, [field]: kept.ok ? kept.id : null };
  return { kept, kind, event: { ...event, payload } as AnyNewEvent };
};

/** Writes what the event says. */
const write = async (trx: ClinicTransaction, event: Told<AnyNewEvent>, place: Place): Promise<Written> => {
  if (isPlanEvent(event))
    return about('treatment-plan', 'treatmentPlanId', event, await keepPlan(trx, event, place));
  if (isPaymentEvent(event)) return about('payment', 'paymentId', event, await keepTold(trx, event, place));
  if (isProcedureEvent(event))
    return about('procedure', 'procedureId', event, await keepProcedure(trx, event, place));
  return { kept: known, kind: '', event };
};

/** Whether these events change what is kept of a patient's treatment and payments. */
export const isCareEvent = (event: AnyNewEvent): boolean =>
  isPlanEvent(event) || isPaymentEvent(event) || isProcedureEvent(event);

/**
 * Takes what a practice system says of a treatment, a procedure or a payment: writes it and records the event with our id of
 * it. One patient's events one after the other; the same again, and what is older than what is known, changes nothing.
 */
export const receiveCareEvent = async (
  trx: ClinicTransaction,
  event: Told<AnyNewEvent>,
  by: By,
): Promise<{ outcome: 'recorded' | 'known' } | { outcome: 'refused'; fault: string }> => {
  const { patientId } = event;
  const standing = await standingOf(trx, patientId);
  if (standing === null) return { outcome: 'refused', fault: 'data.patient: there is none of that id' };
  if (await isRecorded(trx, event.source, event.key)) return { outcome: 'known' };
  const { kept, kind, event: full } = await write(trx, event, { standing, by });
  if (!kept.ok) return { outcome: 'refused', fault: kept.fault };
  if (kept.id === null) return { outcome: 'known' };
  await recordEvent(trx, full);
  const subject = { kind, id: kept.id };
  await recordAudit(trx, { ...by, action: `${kind}.told`, subject, detail: { patientId } });
  await announce(trx, 'care', patientId);
  return { outcome: 'recorded' };
};
