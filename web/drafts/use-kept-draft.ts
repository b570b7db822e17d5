import { useCallback, useEffect, useEffectEvent, useMemo, useReducer } from 'react';
import { Problem } from '../platform/problem.ts';
import {
  firstState,
  isDue,
  isUnsaved,
  nextState,
  type DraftKind,
  type DraftState,
  type Kept,
} from './draft-state.ts';

/** Long enough for a word to be typed, short enough that nobody waits for it. */
const pauseMilliseconds = 500;
const retryMilliseconds = 5000;

/** Where the drafts of one kind are kept. */
export interface DraftKeeper<View extends Kept> extends DraftKind<View> {
  /** @param keepalive the page is being left */
  save: (document: View['document'], base: View, keepalive: boolean) => Promise<View>;
  /** What the server has now, after it refused a save. */
  newest: () => Promise<View>;
  /** Hands what the server answered to the rest of the page. */
  remember: (view: View) => void;
}

export interface KeptDraft<View extends Kept> {
  state: DraftState<View>;
  change: (document: View['document']) => void;
  /** Takes what the server answered to a command: published, discarded, restored. */
  show: (view: View) => void;
  takeTheirs: () => void;
  keepMine: () => void;
  acceptNewest: () => void;
}

/** The draft of this page: every change is kept on the server shortly after it was made. */
export const useKeptDraft = <View extends Kept>(view: View, keeper: DraftKeeper<View>): KeptDraft<View> => {
  const { isNews, goneOnFrom } = keeper;
  const reducer = useMemo(() => nextState<View>({ isNews, goneOnFrom }), [isNews, goneOnFrom]);
  const [state, dispatch] = useReducer(reducer, view, firstState<View>);

  useEffect(() => dispatch({ fact: 'shown', view }), [view]);

  const send = useEffectEvent(async (document: View['document'], keepalive = false): Promise<void> => {
    dispatch({ fact: 'sent', document });
    try {
      const kept = await keeper.save(document, state.base, keepalive);
      dispatch({ fact: 'kept', view: kept });
      keeper.remember(kept);
    } catch (error) {
      const isOlder = error instanceof Problem && error.status === 409;
      const newest = isOlder ? await keeper.newest().catch(() => null) : null;
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
  const leave = useEffectEvent((keepalive: boolean) => {
    if (isUnsaved(state) && state.conflict === null && state.sending !== state.document)
      void send(state.document, keepalive);
  });
  useEffect(() => {
    const onHide = (): void => leave(true);
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      // Only another page of the portal: no need for the browser's way out, which is narrow.
      leave(false);
    };
  }, []);

  const { remember } = keeper;
  return {
    state,
    change: useCallback((document) => dispatch({ fact: 'edited', document }), []),
    show: useCallback(
      (next) => {
        remember(next);
        dispatch({ fact: 'shown', view: next });
      },
      [remember],
    ),
    takeTheirs: useCallback(() => dispatch({ fact: 'theirs-taken' }), []),
    keepMine: useCallback(() => dispatch({ fact: 'mine-kept' }), []),
    acceptNewest: useCallback(() => dispatch({ fact: 'newest-seen' }), []),
  };
};
