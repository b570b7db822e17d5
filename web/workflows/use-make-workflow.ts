import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import type { WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

const empty: Definition = {
  trigger: { events: [] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [],
};

/** Makes an empty workflow, and opens it to be written. */
export const useMakeWorkflow = (clinicId: string) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (name: string) =>
      request<WorkflowView>(clinicPath(clinicId, 'workflows'), {
        method: 'POST',
        body: { name, definition: empty },
      }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') });
      await navigate({
        to: '/clinics/$clinicId/workflows/$workflowId/edit',
        params: { clinicId, workflowId: id },
      });
    },
  });
};
