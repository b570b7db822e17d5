import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Payment } from './rules/care-records.ts';

const columns = sql`id, patient_id AS "patientId", plan_id AS "planId", amount_cents AS "amountCents", currency,
  due_on AS "dueOn", status, status_since AS "statusSince", fault, link, source, reference, due_recorded AS "dueRecorded",
  moved_cents AS "movedCents", revision`;

const isUnpaid = sql`status IN ('due', 'failed')`;

/** Unpaid ones by their day, then the latest others. */
export const selectPayments = async (
  trx: ClinicTransaction,
  patientId: string,
  most: number,
): Promise<Payment[]> => {
  const { rows } = await sql<Payment>`SELECT ${columns} FROM payments
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
    ORDER BY ${isUnpaid} DESC, CASE WHEN ${isUnpaid} THEN coalesce(due_on, created_at::date) END, status_since DESC, id DESC
    LIMIT ${most}`.execute(trx);
  return rows;
};

export const selectPatientOfPayment = async (trx: ClinicTransaction, id: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('payments')
    .select('patient_id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.patient_id ?? null;
};

/** What names a payment: our id, or another system's, or the amount that somebody still has to pay. */
export type WhichPayment =
  | { id: string }
  | { source: string; reference: string }
  | { patientId: string; amountCents: number; currency: string };

const named = (which: WhichPayment): RawBuilder<unknown> => {
  if ('id' in which) return sql`id = ${which.id}`;
  if ('source' in which) return sql`source = ${which.source} AND reference = ${which.reference}`;
  const { patientId, amountCents, currency } = which;
  return sql`patient_id = ${patientId} AND amount_cents = ${amountCents} AND currency = ${currency} AND ${isUnpaid}`;
};

/** Locked until the transaction ends; of several the one that is due first. */
export const lockPayment = async (trx: ClinicTransaction, which: WhichPayment): Promise<Payment | null> => {
  const { rows } = await sql<Payment>`SELECT ${columns} FROM payments
    WHERE clinic_id = ${trx.clinicId} AND ${named(which)}
    ORDER BY coalesce(due_on, created_at::date), id LIMIT 1 FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

/** What is asked for in this currency besides that payment. */
export const sumUnpaid = async (
  trx: ClinicTransaction,
  { patientId, currency, id }: Payment,
): Promise<number> => {
  const { rows } = await sql<{
    cents: number;
  }>`SELECT coalesce(sum(amount_cents), 0)::bigint AS cents FROM payments
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId} AND currency = ${currency} AND ${isUnpaid}
      AND id <> ${id}`.execute(trx);
  return rows[0]!.cents;
};

const valuesOf = (payment: Payment) => ({
  plan_id: payment.planId,
  amount_cents: payment.amountCents,
  due_on: payment.dueOn,
  status: payment.status,
  status_since: payment.statusSince,
  fault: payment.fault,
  link: payment.link,
  due_recorded: payment.dueRecorded,
  moved_cents: payment.movedCents,
});

export const insertPayment = async (
  trx: ClinicTransaction,
  payment: Payment,
  now: Temporal.Instant,
): Promise<void> => {
  const { id, patientId, currency, source, reference } = payment;
  await trx
    .insertInto('payments')
    .values({
      ...valuesOf(payment),
      clinic_id: trx.clinicId,
      id,
      patient_id: patientId,
      currency,
      source,
      reference,
      created_at: now,
    })
    .execute();
};

export const updatePayment = async (trx: ClinicTransaction, payment: Payment): Promise<void> => {
  await trx
    .updateTable('payments')
    .set({ ...valuesOf(payment), revision: sql`revision + 1` })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', payment.id)
    .execute();
};

/** Due by this day without anybody having been told, in order; each is taken once. */
export const takeDue = async (trx: ClinicTransaction, today: string, limit: number): Promise<Payment[]> => {
  const { rows } = await sql<Payment>`
    UPDATE payments SET due_recorded = true WHERE clinic_id = ${trx.clinicId} AND id IN (
      SELECT id FROM payments WHERE clinic_id = ${trx.clinicId} AND status = 'due' AND NOT due_recorded
        AND due_on <= ${today}::date ORDER BY due_on, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING ${columns}`.execute(trx);
  return rows;
};
