import { randomUUIDv7 } from 'node:crypto';
import { inClinic } from '../platform/database/database.ts';
import { postSigned } from './post-signed.ts';
import type { TestResult } from './rules/webhook-views.ts';
import { sealContext, type WebhookDependencies } from './webhook-work.ts';
import { selectSecret } from './webhooks.store.ts';

/**
 * Sends a test at once, also where it is switched off, and tells what came back. It is no event: nothing is kept, and it
 * neither counts as a failure nor ends one. @returns null: there is no such webhook
 */
export const testWebhook = async (
  { database, clock, secrets, isForbidden }: Omit<WebhookDependencies, 'send'>,
  clinicId: string,
  webhookId: string,
): Promise<TestResult | null> => {
  const target = await inClinic(database, clinicId, (trx) => selectSecret(trx, webhookId));
  if (target === null) return null;
  const secret = secrets.decrypt(target.secret, sealContext(clinicId, webhookId));
  const begun = performance.now();
  const now = clock.now();
  const letter = { id: randomUUIDv7(), type: 'TEST', timestamp: now, data: { source: 'frontdesk' } };
  const answer = await postSigned({ url: target.url, secret, isForbidden }, letter, now);
  return { ...answer, milliseconds: Math.round(performance.now() - begun) };
};
