import { z } from 'zod';
import type { JobKind } from '../../platform/jobs.ts';

export type OneBulkWork = { clinicId: string; workId: string };

/** Does batch after batch; after a while it hands over to the next job, so that none runs for long. */
export const bulkWorkJob: JobKind<OneBulkWork> = {
  name: 'workflows.bulk-work',
  data: z.object({ clinicId: z.uuid(), workId: z.uuid() }),
  retries: 20,
  retryDelaySeconds: 5,
};

export const workflowJobKinds = [bulkWorkJob] as JobKind<never>[];
