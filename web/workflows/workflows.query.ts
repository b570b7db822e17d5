import { queryOptions } from '@tanstack/react-query';
import type { SetAsidePage } from '../../src/events/rules/event-views.ts';
import type { RuleGroup } from '../../src/workflows/rules/rule-tree.ts';
import type {
  AudienceCount,
  InstanceItem,
  InstanceView,
  WorkflowItem,
  WorkflowView,
} from '../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const workflowPath = (clinicId: string, workflowId: string, rest = ''): string =>
  clinicPath(clinicId, `workflows/${encodeURIComponent(workflowId)}${rest}`);

export const workflowsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'list'),
    queryFn: ({ signal }) =>
      request<{ workflows: WorkflowItem[] }>(clinicPath(clinicId, 'workflows'), { signal }),
  });

export const workflowQuery = (clinicId: string, workflowId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'one', workflowId),
    queryFn: ({ signal }) => request<WorkflowView>(workflowPath(clinicId, workflowId), { signal }),
  });

export const setAsideQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'set-aside'),
    queryFn: ({ signal }) => request<SetAsidePage>(clinicPath(clinicId, 'set-aside-events'), { signal }),
  });

export const audienceQuery = (clinicId: string, filter: RuleGroup) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'audience', JSON.stringify(filter)),
    queryFn: ({ signal }) =>
      request<AudienceCount>(clinicPath(clinicId, 'workflow-audiences'), {
        method: 'POST',
        body: { filter },
        signal,
      }),
    staleTime: 60_000,
  });

/** Those of one person that are not over. */
export const plansQuery = (clinicId: string, patientId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'plans', patientId),
    queryFn: ({ signal }) =>
      request<{ instances: InstanceItem[] }>(clinicPath(clinicId, 'workflow-instances'), {
        query: { patientId, underWay: 'true', limit: 20 },
        signal,
      }),
  });

export const storyQuery = (clinicId: string, instanceId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'story', instanceId),
    queryFn: ({ signal }) =>
      request<InstanceView>(clinicPath(clinicId, `workflow-instances/${encodeURIComponent(instanceId)}`), {
        signal,
      }),
  });
