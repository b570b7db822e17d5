import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { SealedTable } from '../platform/database/reseal-rows.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { Email } from '../ports/email/email.port.ts';
import type { IsForbidden } from './forbidden-addresses.ts';

export type WebhookDependencies = {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  send: JobSender;
  /** where no webhook may lead */
  isForbidden: IsForbidden;
};
export type NoticeDependencies = {
  database: Database;
  log: Log;
  email: Email;
  portalUrl: () => Promise<string>;
};

export type OneDelivery = { clinicId: string; deliveryId: string };

/** One attempt. A failed attempt plans the next one itself; the engine repeats only what broke on our side. */
export const deliverJob: JobKind<OneDelivery> = {
  name: 'webhooks.deliver',
  data: z.object({ clinicId: z.uuid(), deliveryId: z.uuid() }),
  retries: 5,
  retryDelaySeconds: 10,
  concurrency: 4,
};

export type Replay = {
  clinicId: string;
  webhookId: string;
  since: string;
  what: 'missed' | 'all';
  /** events up to this one are done */ after: string | null;
};
/** Sends again what happened since a moment, a batch of events for each job. */
export const replayJob: JobKind<Replay> = {
  name: 'webhooks.replay',
  data: z.object({
    clinicId: z.uuid(),
    webhookId: z.uuid(),
    since: z.iso.datetime(),
    what: z.enum(['missed', 'all']),
    after: z.uuid().nullable(),
  }),
  concurrency: 1,
};

export type OneWebhook = { clinicId: string; webhookId: string };
/** Mails to the owners that one was switched off. */
export const noticeJob: JobKind<OneWebhook> = {
  name: 'webhooks.notice',
  data: z.object({ clinicId: z.uuid(), webhookId: z.uuid() }),
  retries: 8,
  retryDelaySeconds: 30,
};

export const webhookJobKinds = [deliverJob, replayJob, noticeJob] as JobKind<never>[];

/** What the secret is sealed with: a row copied elsewhere does not open. */
export const sealContext = (clinicId: string, webhookId: string): string =>
  `webhook ${clinicId} ${webhookId}`;

/** What is sealed of webhooks, for when the key is changed. */
export const sealedWebhooks: SealedTable = {
  table: 'webhooks',
  key: ['id'],
  columns: { secret: (clinicId, id = '') => sealContext(clinicId, id) },
  rowsAtOnce: 100,
};
