import { handle, type JobHandler } from '../platform/jobs.ts';
import { deliver } from './deliver.ts';
import { replayBatch } from './replay-since.ts';
import { tellOwners } from './tell-owners.ts';
import {
  deliverJob,
  noticeJob,
  replayJob,
  type NoticeDependencies,
  type WebhookDependencies,
} from './webhook-work.ts';

export const webhookHandlers = (deps: WebhookDependencies & NoticeDependencies): JobHandler<never>[] => [
  handle(deliverJob, (data) => deliver(deps, data)),
  handle(replayJob, (data) => replayBatch(deps, data)),
  handle(noticeJob, (data) => tellOwners(deps, data)),
];
