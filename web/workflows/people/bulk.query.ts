import { queryOptions } from '@tanstack/react-query';
import type { BulkPage } from '../../../src/workflows/rules/bulk-work.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

/** What was last done with many of a workflow, or of any. */
export const bulkWorksQuery = (clinicId: string, workflowId: string | null) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'bulk-works', workflowId),
    queryFn: ({ signal }) =>
      request<BulkPage>(clinicPath(clinicId, 'bulk-works'), { query: { workflowId, limit: 10 }, signal }),
  });
