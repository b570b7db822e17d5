import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertOrders, withdrawWaiting } from './orders.store.ts';
import type { CallOrder } from './rules/call-order.ts';

/**
 * Orders calls in the transaction that decides on them: they are made if and only if it commits. An order whose key is
 * known does nothing. What becomes of each is told once, see `takeCallOutcomes`.
 */
export const orderCalls = async (
  trx: ClinicTransaction,
  orders: readonly CallOrder[],
  now: Temporal.Instant,
): Promise<void> => {
  if (orders.length === 0) return;
  const rows = orders.map((order) => ({
    id: randomUUIDv7(),
    key: order.key,
    instance_id: order.instanceId,
    patient_id: order.patientId,
    appointment_id: order.appointmentId,
    purpose: order.purpose,
    says: order.says,
    expires_at: order.expiresAt.toString(),
    needs_standing: order.needsStandingAppointment,
  }));
  await insertOrders(trx, rows, now);
};

/** Takes back what these workflow instances wanted and nobody has begun to dial. Nothing is told of it. */
export const withdrawCalls = (trx: ClinicTransaction, instanceIds: readonly string[]): Promise<void> =>
  withdrawWaiting(trx, instanceIds);
