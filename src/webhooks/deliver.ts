import { recordAudit } from '../audit/record-audit.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { selectDue, updateDelivery, type Attempt, type DueDelivery } from './deliveries.store.ts';
import { isTaken, postSigned, type Answer } from './post-signed.ts';
import { isGone, nextAttempt } from './rules/retry-plan.ts';
import {
  deliverJob,
  noticeJob,
  sealContext,
  type OneDelivery,
  type WebhookDependencies,
} from './webhook-work.ts';
import { markWebhook } from './webhooks.store.ts';

/** Switches it off, and tells those who own the clinic. */
const disable = async (
  { send }: Pick<WebhookDependencies, 'send'>,
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
  await send(trx, noticeJob, { clinicId: trx.clinicId, webhookId }, { key: webhookId });
};

const settleTaken = async (
  trx: ClinicTransaction,
  deliveryId: string,
  due: DueDelivery,
  attempt: Pick<Attempt, 'attempts' | 'at'> & Answer,
): Promise<void> => {
  await updateDelivery(trx, deliveryId, { ...attempt, status: 'delivered', nextAttemptAt: null });
  if (due.failingSince !== null)
    await markWebhook(trx, due.webhookId, { failingSince: null, disabledAt: null });
};

const settle = async (
  deps: WebhookDependencies,
  trx: ClinicTransaction,
  deliveryId: string,
  due: DueDelivery,
  answer: Answer,
): Promise<void> => {
  const at = deps.clock.now();
  const attempts = due.attempts + 1;
  const attempt = { attempts, at, ...answer };
  if (isTaken(answer)) return settleTaken(trx, deliveryId, due, attempt);
  const failingSince = due.failingSince ?? at;
  // 410: the receiver says itself that it is gone.
  const isOver = answer.lastStatus === 410 || isGone(failingSince, at);
  const next = isOver ? null : nextAttempt(attempts, at);
  const status = next === null ? 'failed' : 'pending';
  await updateDelivery(trx, deliveryId, { ...attempt, status, nextAttemptAt: next });
  if (isOver) await disable(deps, trx, due.webhookId, failingSince, at);
  else await markWebhook(trx, due.webhookId, { failingSince, disabledAt: null });
  if (next === null) return;
  const { clinicId } = trx;
  await deps.send(
    trx,
    deliverJob,
    { clinicId, deliveryId },
    { key: `${deliveryId} ${attempts}`, startAfter: next },
  );
};

const noAnswer = { lastStatus: null, lastResponse: null, lastFailure: null };

/** One attempt of one delivery. One that was made meanwhile, or whose webhook is gone, is none. */
export const deliver = async (
  deps: WebhookDependencies,
  { clinicId, deliveryId }: OneDelivery,
): Promise<void> => {
  const due = await inClinic(deps.database, clinicId, (trx) => selectDue(trx, deliveryId));
  if (due === null) return;
  if (!due.enabled) {
    const { attempts } = due;
    const given = { ...noAnswer, status: 'failed' as const, attempts, at: null, nextAttemptAt: null };
    await inClinic(deps.database, clinicId, (trx) => updateDelivery(trx, deliveryId, given));
    return;
  }
  const secret = deps.secrets.decrypt(due.secret, sealContext(clinicId, due.webhookId));
  const { id, kind, ...event } = due.event;
  const letter = { id, type: kind, timestamp: due.occurredAt, data: { id, ...event } };
  const answer = await postSigned(
    { url: due.url, secret, isForbidden: deps.isForbidden },
    letter,
    deps.clock.now(),
  );
  await inClinic(deps.database, clinicId, async (trx) => {
    // Somebody may have changed the webhook while we were asking.
    const now = await selectDue(trx, deliveryId);
    if (now === null) return;
    await settle(deps, trx, deliveryId, now, answer);
    await announce(trx, 'webhooks', now.webhookId);
  });
};
