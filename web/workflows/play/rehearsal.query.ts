import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Rehearsal } from '../../../src/workflows/rules/play/rehearsal-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

export type Rehearsed = { workflowId: string; definition: Definition; cursor: string | null };

/** What it would have done about the last events, a hundred at a time. */
export const rehearsalQuery = (clinicId: string, { workflowId, definition, cursor }: Rehearsed) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'rehearsal', workflowId, definition, cursor),
    queryFn: ({ signal }) =>
      request<Rehearsal>(clinicPath(clinicId, 'workflow-rehearsals'), {
        method: 'POST',
        body: { definition, workflowId, ...(cursor === null ? {} : { cursor }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    // A hundred walks: not again whenever somebody looks back at this window.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
