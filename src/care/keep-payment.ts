import { changeBalance, type Standing } from '../patients/change-balance.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertPayment, sumUnpaid, updatePayment } from './payments.store.ts';
import type { Payment } from './rules/care-records.ts';
import { settleBalance } from './rules/settle-balance.ts';

/**
 * Writes a payment together with what it makes of the balance. @param standing of its patient, locked: two payments of one
 * person are settled one after the other
 */
export const keepPayment = async (
  trx: ClinicTransaction,
  payment: Payment,
  isNew: boolean,
  standing: Standing,
  at: Temporal.Instant,
): Promise<void> => {
  // What is asked for in other money than the clinic's does not count.
  const counts = payment.currency === standing.currency;
  const settled = counts
    ? settleBalance(payment, standing.balanceCents, await sumUnpaid(trx, payment))
    : { balanceCents: standing.balanceCents, movedCents: payment.movedCents };
  const kept = { ...payment, movedCents: settled.movedCents };
  if (isNew) await insertPayment(trx, kept, at);
  else await updatePayment(trx, kept);
  if (settled.balanceCents !== standing.balanceCents)
    await changeBalance(trx, payment.patientId, settled.balanceCents, at);
  await announce(trx, 'care', payment.patientId);
};
