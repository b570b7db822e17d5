import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { NewWebhook, WebhookChange, WebhookView } from './rules/webhook-views.ts';
import { sealContext } from './webhook-work.ts';
import {
  deleteWebhook,
  insertWebhook,
  selectWebhook,
  selectWebhooks,
  updateWebhook,
} from './webhooks.store.ts';

type By = { userId: string; at: Temporal.Instant };

export const listWebhooks = (trx: ClinicTransaction): Promise<WebhookView[]> => selectWebhooks(trx);

export const hasWebhook = async (trx: ClinicTransaction, id: string): Promise<boolean> =>
  (await selectWebhook(trx, id)) !== null;

/** @returns the secret too, as Standard Webhooks writes it; it is not shown again */
export const addWebhook = async (
  trx: ClinicTransaction,
  { url, kinds }: NewWebhook,
  secrets: Secrets,
  by: By,
): Promise<{ webhook: WebhookView; secret: string }> => {
  const id = randomUUIDv7();
  const key = randomBytes(32);
  const secret = secrets.encrypt(key, sealContext(trx.clinicId, id));
  const webhook = await insertWebhook(trx, { id, url, kinds, secret, createdAt: by.at });
  await recordAudit(trx, { ...by, action: 'webhook.added', subject: { kind: 'webhook', id } });
  await announce(trx, 'webhooks', id);
  return { webhook, secret: `whsec_${key.toString('base64')}` };
};

export const changeWebhook = async (
  trx: ClinicTransaction,
  id: string,
  change: WebhookChange,
  by: By,
): Promise<WebhookView | null> => {
  const webhook = await updateWebhook(trx, id, change);
  if (webhook === null) return null;
  await recordAudit(trx, { ...by, action: 'webhook.changed', subject: { kind: 'webhook', id } });
  await announce(trx, 'webhooks', id);
  return webhook;
};

/** With what was still to be delivered. */
export const removeWebhook = async (trx: ClinicTransaction, id: string, by: By): Promise<boolean> => {
  if (!(await deleteWebhook(trx, id))) return false;
  await recordAudit(trx, { ...by, action: 'webhook.removed', subject: { kind: 'webhook', id } });
  await announce(trx, 'webhooks', id);
  return true;
};
