import { recordAudit } from '../audit/record-audit.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { queueAgain } from './replay.store.ts';
import type { ReplayRequest } from './rules/webhook-views.ts';
import { deliverJob, replayJob, type Replay, type WebhookDependencies } from './webhook-work.ts';
import { selectWebhook } from './webhooks.store.ts';

const batch = 500;

/**
 * Has everything sent there again that happened since a moment, also what happened while it was switched off. A worker
 * does so: it may be very much.
 */
export const replaySince = async (
  trx: ClinicTransaction,
  webhookId: string,
  { since, what }: ReplayRequest,
  send: JobSender,
  by: { userId: string; at: Temporal.Instant },
): Promise<'done' | 'no-such-webhook' | 'switched-off'> => {
  const webhook = await selectWebhook(trx, webhookId);
  if (webhook === null) return 'no-such-webhook';
  if (!webhook.enabled) return 'switched-off';
  const data: Replay = { clinicId: trx.clinicId, webhookId, since, what, after: null };
  await send(trx, replayJob, data, { key: `${webhookId} ${by.at.toString()}` });
  await recordAudit(trx, {
    ...by,
    action: 'webhook.replayed-since',
    subject: { kind: 'webhook', id: webhookId },
    detail: { since, what },
  });
  return 'done';
};

/** One batch; the next job does the next. A webhook that was switched off or removed meanwhile gets nothing more. */
export const replayBatch = (
  { database, send }: Pick<WebhookDependencies, 'database' | 'send'>,
  replay: Replay,
): Promise<void> =>
  inClinic(database, replay.clinicId, async (trx) => {
    const { clinicId, webhookId, since } = replay;
    const webhook = await selectWebhook(trx, webhookId);
    if (webhook === null || !webhook.enabled) return;
    const queued = await queueAgain(trx, webhook, {
      ...replay,
      since: Temporal.Instant.from(since),
      limit: batch,
    });
    for (const deliveryId of queued.deliveryIds)
      await send(trx, deliverJob, { clinicId, deliveryId }, { key: `${deliveryId} replay` });
    if (queued.deliveryIds.length > 0) await announce(trx, 'webhooks', webhookId);
    if (queued.lastEventId === null) return;
    const next = { ...replay, after: queued.lastEventId };
    await send(trx, replayJob, next, { key: `${webhookId} ${queued.lastEventId}` });
  });
