import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import type { Secrets } from '../platform/secrets.ts';

export type WebhookDependencies = { database: Database; clock: Clock; secrets: Secrets; send: JobSender };

export type OneDelivery = { clinicId: string; deliveryId: string };

/** One attempt. A failed attempt plans the next one itself; the engine repeats only what broke on our side. */
export const deliverJob: JobKind<OneDelivery> = {
  name: 'webhooks.deliver',
  data: z.object({ clinicId: z.uuid(), deliveryId: z.uuid() }),
  retries: 5,
  retryDelaySeconds: 10,
  concurrency: 4,
};

export const webhookJobKinds = [deliverJob] as JobKind<never>[];

/** What the secret is sealed with: a row copied elsewhere does not open. */
export const sealContext = (clinicId: string, webhookId: string): string =>
  `webhook ${clinicId} ${webhookId}`;
