import { handle, type JobHandler } from '../platform/jobs.ts';
import { bulkWorkJob } from './bulk/bulk-work-job.ts';
import { doBulkWork, type BulkDependencies } from './bulk/do-bulk-work.ts';

export const workflowHandlers = (deps: BulkDependencies): JobHandler<never>[] => [
  handle(bulkWorkJob, (data) => doBulkWork(deps, data)),
];
