import type { ClinicTransaction } from '../../platform/database/database.ts';
import { advanceInstances } from './advance-instances.ts';
import { lockInstances, selectInstancesOfAppointments } from './instances.store.ts';

/**
 * What was planned for these appointments moves or goes with them, in the transaction that changes them: no reminder of
 * the old time can leave once it has committed.
 */
export const followAppointments = async (
  trx: ClinicTransaction,
  appointmentIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> => {
  const found = await selectInstancesOfAppointments(trx, appointmentIds);
  const rows = await lockInstances(
    trx,
    found.map(({ id }) => id),
  );
  await advanceInstances(
    trx,
    rows.map((row) => ({ row, facts: [{ fact: 'changed' }] })),
    now,
  );
};
