import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { resetDelivery, selectDeliveries } from './deliveries.store.ts';
import type { DeliveryPage, DeliveryQuery } from './rules/webhook-views.ts';
import { deliverJob } from './webhook-work.ts';

/** What was sent there, by event, the newest first. */
export const listDeliveries = async (
  trx: ClinicTransaction,
  webhookId: string,
  { cursor, status, limit }: DeliveryQuery,
): Promise<DeliveryPage> => {
  const wanted = { before: cursor ?? null, status: status ?? null, limit: limit + 1 };
  const found = await selectDeliveries(trx, webhookId, wanted);
  const deliveries = found.slice(0, limit);
  return { deliveries, nextCursor: found.length > limit ? (deliveries.at(-1)?.eventId ?? null) : null };
};

/** Sends one again from the beginning, also one that arrived: the receiver may have lost it. @returns false: not there */
export const replayDelivery = async (
  trx: ClinicTransaction,
  which: { webhookId: string; deliveryId: string },
  send: JobSender,
  by: { userId: string; at: Temporal.Instant },
): Promise<boolean> => {
  const { webhookId, deliveryId } = which;
  if (!(await resetDelivery(trx, webhookId, deliveryId))) return false;
  await send(trx, deliverJob, { clinicId: trx.clinicId, deliveryId }, { key: `${deliveryId} replay` });
  await recordAudit(trx, { ...by, action: 'webhook.replayed', subject: { kind: 'webhook', id: webhookId } });
  await announce(trx, 'webhooks', webhookId);
  return true;
};
