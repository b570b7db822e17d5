import { queryOptions } from '@tanstack/react-query';
import type { Foresight } from '../../../src/workflows/rules/foresight.ts';
import type { ResumePreview } from '../../../src/workflows/rules/switch-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { request } from '../../platform/request.ts';
import { workflowPath } from '../workflows.query.ts';

const fresh = 30_000;

/** Filed apart from what changes with every step of everybody: walking them all is work. */
export const movePreviewQuery = (clinicId: string, workflowId: string, revision: number) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'forecast', 'move', workflowId, revision),
    queryFn: ({ signal }) =>
      request<Foresight>(workflowPath(clinicId, workflowId, '/move-preview'), { signal }),
    staleTime: fresh,
  });

/** @param revision of the workflow: another pause has another */
export const resumePreviewQuery = (clinicId: string, workflowId: string, revision: number) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'forecast', 'resume', workflowId, revision),
    queryFn: ({ signal }) =>
      request<ResumePreview>(workflowPath(clinicId, workflowId, '/resume-preview'), { signal }),
    staleTime: fresh,
  });
