import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { recordEvents } from '../events/record-event.ts';
import { standingOf, type Standing } from '../patients/change-balance.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { By, Changed } from './change-plan.ts';
import { keepPayment } from './keep-payment.ts';
import { arePartsKnown } from './known-parts.store.ts';
import { lockPayment, selectPatientOfPayment } from './payments.store.ts';
import { isDueBy, paymentEvents } from './rules/care-events.ts';
import type { NewPayment, PaymentChange } from './rules/care-input.ts';
import type { Payment } from './rules/care-records.ts';

const todayOf = ({ timeZone }: Standing, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString();

const keep = async (
  trx: ClinicTransaction,
  before: Payment | null,
  wanted: Payment,
  standing: Standing,
  by: By & { action: string },
): Promise<Changed> => {
  const { userId, at, action } = by;
  const payment = { ...wanted, dueRecorded: wanted.dueRecorded || isDueBy(wanted, todayOf(standing, at)) };
  await keepPayment(trx, payment, before === null, standing, at);
  await recordEvents(trx, paymentEvents(before, payment, at));
  const { id, patientId, amountCents } = payment;
  const subject = { kind: 'payment', id };
  await recordAudit(trx, { userId, at, action, subject, detail: { patientId, amountCents } });
  return payment;
};

/** Asks a patient for an amount. */
export const addPayment = async (
  trx: ClinicTransaction,
  patientId: string,
  draft: NewPayment,
  by: By,
): Promise<Changed | 'no-such' | 'no-such-plan'> => {
  const standing = await standingOf(trx, patientId);
  if (standing === null) return 'no-such';
  const payment: Payment = {
    ...draft,
    id: randomUUIDv7(),
    patientId,
    currency: standing.currency,
    status: 'due',
    statusSince: by.at,
    fault: null,
    source: 'frontdesk',
    reference: null,
    dueRecorded: false,
    movedCents: 0,
    revision: 1,
  };
  if (!(await arePartsKnown(trx, { ...payment, practitionerId: null })).plan) return 'no-such-plan';
  return keep(trx, null, payment, standing, { ...by, action: 'payment.asked-for' });
};

/** Changes a payment, or what has become of it. Two who mark it as received are no conflict, and it is taken off once. */
export const changePayment = async (
  trx: ClinicTransaction,
  id: string,
  { revision, ...change }: PaymentChange,
  by: By,
): Promise<Changed | 'no-such' | 'changed-meanwhile' | 'no-such-plan'> => {
  const patientId = await selectPatientOfPayment(trx, id);
  const standing = patientId === null ? null : await standingOf(trx, patientId);
  const before = standing === null ? null : await lockPayment(trx, { id });
  if (standing === null || before === null || before.patientId !== patientId) return 'no-such';
  const turned = change.status !== undefined && change.status !== before.status;
  const sent = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const payment: Payment = {
    ...before,
    // Of a failure that is over nothing is left to say.
    ...(turned ? { fault: null, statusSince: by.at } : {}),
    ...sent,
  };
  if (JSON.stringify(payment) === JSON.stringify(before)) return before;
  if (revision !== undefined && revision !== before.revision) return 'changed-meanwhile';
  if (!(await arePartsKnown(trx, { ...payment, practitionerId: null })).plan) return 'no-such-plan';
  const action = turned ? `payment.${payment.status}` : 'payment.changed';
  return keep(trx, before, payment, standing, { ...by, action });
};
