import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useReducer } from 'react';
import type { DraftView } from '../../../src/routing/rules/draft-view.ts';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { Problem } from '../../platform/problem.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { draftQuery } from '../routing.query.ts';
import { firstState, isDue, isUnsaved, nextState, type DraftState } from './draft-state.ts';

/** Long enough for a word to be typed, short enough that nobody waits for it. */
const pauseMilliseconds = 500;
const retryMilliseconds = 5000;

export interface KeptDraft {
  state: DraftState;
  change: (document: RoutingDocument) => void;
  /** Takes what the server answered to a command: published, discarded, restored. */
  show: (view: DraftView) => void;
  takeTheirs: () => void;
  keepMine: () => void;
  acceptNewest: () => void;
}

/** The draft of this page: every change is kept on the server shortly after it was made. */
export const useKeptDraft = (clinicId: string, view: DraftView): KeptDraft => {
  const queries = useQueryClient();
  const [state, dispatch] = useReducer(nextState, view, firstState);
  const { queryKey } = draftQuery(clinicId);

  useEffect(() => dispatch({ fact: 'shown', view }), [view]);

  const send = useEffectEvent(async (document: RoutingDocument, keepalive = false): Promise<void> => {
    dispatch({ fact: 'sent', document });
    await queries.cancelQueries({ queryKey });
    try {
      const { revision, basedOn } = state.base;
      const body = { document, revision, basedOn };
      const path = clinicPath(clinicId, 'routing/draft');
      const kept = await request<DraftView>(path, { method: 'PUT', body, keepalive });
      dispatch({ fact: 'kept', view: kept });
      queries.setQueryData(queryKey, kept);
    } catch (error) {
      const isOlder = error instanceof Problem && error.status === 409;
      const newest = isOlder
        ? await queries.fetchQuery({ ...draftQuery(clinicId), staleTime: 0 }).catch(() => null)
        : null;
      dispatch(newest === null ? { fact: 'failed' } : { fact: 'refused', view: newest });
    }
  });

  const due = isDue(state) ? state.document : null;
  useEffect(() => {
    // Another change begins the pause anew: what is typed is sent once.
    if (due === null) return undefined;
    const timer = setTimeout(() => void send(due), state.failed ? retryMilliseconds : pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [due, state.failed]);

  // Leaving the page is no reason to lose the last word.
  const leave = useEffectEvent(() => {
    if (isUnsaved(state) && state.conflict === null && state.sending !== state.document)
      void send(state.document, true);
  });
  useEffect(() => {
    const onHide = (): void => leave();
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      onHide();
    };
  }, []);

  return {
    state,
    change: useCallback((document) => dispatch({ fact: 'edited', document }), []),
    show: useCallback(
      (next) => {
        queries.setQueryData(queryKey, next);
        dispatch({ fact: 'shown', view: next });
      },
      [queries, queryKey],
    ),
    takeTheirs: useCallback(() => dispatch({ fact: 'theirs-taken' }), []),
    keepMine: useCallback(() => dispatch({ fact: 'mine-kept' }), []),
    acceptNewest: useCallback(() => dispatch({ fact: 'newest-seen' }), []),
  };
};
