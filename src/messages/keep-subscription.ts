import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PushSubscription } from '../ports/push/push.port.ts';
import { deleteSubscription, keepNewest, upsertSubscription } from './push-subscriptions.store.ts';

const mostBrowsers = 5;

/** Somebody's browser takes notifications from now on. */
export const keepSubscription = async (
  trx: ClinicTransaction,
  patientId: string,
  subscription: PushSubscription,
  now: Temporal.Instant,
): Promise<void> => {
  await upsertSubscription(trx, patientId, subscription, now);
  await keepNewest(trx, patientId, mostBrowsers);
  const subject = { kind: 'patient', id: patientId };
  await recordAudit(trx, { userId: null, at: now, action: 'patient.notifications-on', subject });
};

/** And takes none any more. */
export const endSubscription = async (
  trx: ClinicTransaction,
  patientId: string,
  endpoint: string,
  now: Temporal.Instant,
): Promise<void> => {
  await deleteSubscription(trx, patientId, endpoint);
  const subject = { kind: 'patient', id: patientId };
  await recordAudit(trx, { userId: null, at: now, action: 'patient.notifications-off', subject });
};
