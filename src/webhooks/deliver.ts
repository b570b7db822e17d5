import { Webhook } from 'standardwebhooks';
import { recordAudit } from '../audit/record-audit.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { selectDue, updateDelivery, type DueDelivery } from './deliveries.store.ts';
import { isGone, nextAttempt } from './rules/retry-plan.ts';
import { deliverJob, sealContext, type OneDelivery, type WebhookDependencies } from './webhook-work.ts';
import { markWebhook } from './webhooks.store.ts';

const patienceMs = 15_000;

/**
 * What is sent: Standard Webhooks. The id is the event's, the same at every attempt, so that a receiver that took it
 * without our hearing so recognises it.
 */
const requestOf = (due: DueDelivery, secret: Uint8Array, now: Temporal.Instant): RequestInit => {
  const { kind, ...data } = due.event;
  const body = JSON.stringify({ type: kind, timestamp: due.occurredAt.toString(), data });
  const sentAt = new Date(now.epochMilliseconds);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Frontdesk',
    'webhook-id': due.event.id,
    'webhook-timestamp': String(Math.floor(now.epochMilliseconds / 1000)),
    'webhook-signature': new Webhook(secret, { format: 'raw' }).sign(due.event.id, sentAt, body),
  };
  return { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) };
};

/** @returns the HTTP status; null: no answer */
const post = async (url: string, request: RequestInit): Promise<number | null> => {
  try {
    const answer = await fetch(url, request);
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
};

const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300;

const disable = async (
  trx: ClinicTransaction,
  webhookId: string,
  failingSince: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> => {
  await markWebhook(trx, webhookId, { failingSince, disabledAt: at });
  await recordAudit(trx, {
    userId: null,
    action: 'webhook.disabled',
    subject: { kind: 'webhook', id: webhookId },
    at,
  });
};

const settle = async (
  { send, clock }: WebhookDependencies,
  trx: ClinicTransaction,
  deliveryId: string,
  due: DueDelivery,
  lastStatus: number | null,
): Promise<void> => {
  const at = clock.now();
  const attempts = due.attempts + 1;
  if (isTaken(lastStatus)) {
    await updateDelivery(trx, deliveryId, {
      status: 'delivered',
      attempts,
      lastStatus,
      at,
      nextAttemptAt: null,
    });
    if (due.failingSince !== null)
      await markWebhook(trx, due.webhookId, { failingSince: null, disabledAt: null });
    return;
  }
  const failingSince = due.failingSince ?? at;
  // 410: the receiver says itself that it is gone.
  const isOver = lastStatus === 410 || isGone(failingSince, at);
  const next = isOver ? null : nextAttempt(attempts, at);
  const status = next === null ? 'failed' : 'pending';
  await updateDelivery(trx, deliveryId, { status, attempts, lastStatus, at, nextAttemptAt: next });
  if (isOver) await disable(trx, due.webhookId, failingSince, at);
  else await markWebhook(trx, due.webhookId, { failingSince, disabledAt: null });
  if (next === null) return;
  const { clinicId } = trx;
  await send(
    trx,
    deliverJob,
    { clinicId, deliveryId },
    { key: `${deliveryId} ${attempts}`, startAfter: next },
  );
};

/** One attempt of one delivery. One that was made meanwhile, or whose webhook is gone, is none. */
export const deliver = async (
  deps: WebhookDependencies,
  { clinicId, deliveryId }: OneDelivery,
): Promise<void> => {
  const due = await inClinic(deps.database, clinicId, (trx) => selectDue(trx, deliveryId));
  if (due === null) return;
  if (!due.enabled) {
    const { attempts } = due;
    const given = { status: 'failed' as const, attempts, lastStatus: null, at: null, nextAttemptAt: null };
    await inClinic(deps.database, clinicId, (trx) => updateDelivery(trx, deliveryId, given));
    return;
  }
  const secret = deps.secrets.decrypt(due.secret, sealContext(clinicId, due.webhookId));
  const status = await post(due.url, requestOf(due, secret, deps.clock.now()));
  await inClinic(deps.database, clinicId, async (trx) => {
    // Somebody may have changed the webhook while we were asking.
    const now = await selectDue(trx, deliveryId);
    if (now !== null) await settle(deps, trx, deliveryId, now, status);
  });
};
