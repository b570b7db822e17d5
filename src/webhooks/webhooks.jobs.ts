import { handle, type JobHandler } from '../platform/jobs.ts';
import { deliver } from './deliver.ts';
import { deliverJob, type WebhookDependencies } from './webhook-work.ts';

export const webhookHandlers = (deps: WebhookDependencies): JobHandler<never>[] => [
  handle(deliverJob, (data) => deliver(deps, data)),
];
