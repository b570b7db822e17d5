import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useKeptDraft, type DraftKeeper, type KeptDraft } from '../../drafts/use-kept-draft.ts';
import { request } from '../../platform/request.ts';
import { workflowPath, workflowQuery } from '../workflows.query.ts';

/** A workflow with what is being edited: its draft, or what is published where nobody has begun one. */
export type EditedWorkflow = WorkflowView & { document: Definition };
export type WorkflowDraft = KeptDraft<EditedWorkflow>;

const edited = (workflow: WorkflowView, document: Definition): EditedWorkflow => ({ ...workflow, document });

type Queries = ReturnType<typeof useQueryClient>;

const keeperOf = (clinicId: string, workflowId: string, queries: Queries): DraftKeeper<EditedWorkflow> => {
  const query = workflowQuery(clinicId, workflowId);
  return {
    isNews: (view, base) => view.revision !== base.revision,
    goneOnFrom: (view) => view,
    save: async (document, { revision }, keepalive) => {
      await queries.cancelQueries({ queryKey: query.queryKey });
      const body = { revision, draft: document };
      const path = workflowPath(clinicId, workflowId);
      return edited(await request<WorkflowView>(path, { method: 'PATCH', body, keepalive }), document);
    },
    newest: async () => {
      const newest = await queries.fetchQuery({ ...query, staleTime: 0 });
      const document = newest.draft ?? newest.definition;
      if (document === null) throw new Error('a draft that cannot be read');
      return edited(newest, document);
    },
    remember: (view) => queries.setQueryData(query.queryKey, view),
  };
};

/** The draft of one workflow, kept on the server while it is edited. */
export const useWorkflowDraft = (
  clinicId: string,
  workflow: WorkflowView,
  definition: Definition,
): WorkflowDraft => {
  const queries = useQueryClient();
  const { id } = workflow;
  return useKeptDraft(
    useMemo(() => edited(workflow, definition), [workflow, definition]),
    useMemo(() => keeperOf(clinicId, id, queries), [clinicId, id, queries]),
  );
};
