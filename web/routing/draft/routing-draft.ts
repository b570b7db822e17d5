import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DraftView } from '../../../src/routing/rules/draft-view.ts';
import type { DraftState as StateOf } from '../../drafts/draft-state.ts';
import { useKeptDraft, type DraftKeeper, type KeptDraft as KeptOf } from '../../drafts/use-kept-draft.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { draftQuery } from '../routing.query.ts';

export type DraftState = StateOf<DraftView>;
export type KeptDraft = KeptOf<DraftView>;

/** True when something else was published since the draft was begun: nobody has compared the two yet. */
export const isBehind = ({ base }: DraftState): boolean =>
  base.saved !== null && base.basedOn !== base.publication;

const keeperOf = (clinicId: string, queries: ReturnType<typeof useQueryClient>): DraftKeeper<DraftView> => {
  const query = draftQuery(clinicId);
  return {
    isNews: (view, base) =>
      view.revision !== base.revision ||
      view.publication !== base.publication ||
      view.saved?.at !== base.saved?.at,
    goneOnFrom: (view) => ({ ...view, basedOn: view.publication }),
    save: async (document, { revision, basedOn }, keepalive) => {
      await queries.cancelQueries({ queryKey: query.queryKey });
      const body = { document, revision, basedOn };
      return request<DraftView>(clinicPath(clinicId, 'routing/draft'), { method: 'PUT', body, keepalive });
    },
    newest: () => queries.fetchQuery({ ...query, staleTime: 0 }),
    remember: (view) => queries.setQueryData(query.queryKey, view),
  };
};

/** The draft of how calls are taken. */
export const useRoutingDraft = (clinicId: string, view: DraftView): KeptDraft => {
  const queries = useQueryClient();
  return useKeptDraft(
    view,
    useMemo(() => keeperOf(clinicId, queries), [clinicId, queries]),
  );
};
