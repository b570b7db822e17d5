import type { DraftView } from '../../../src/routing/rules/draft-view.ts';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';

/** A draft while somebody edits it here and the server keeps it. */
export interface DraftState {
  /** as it is on this page */
  document: RoutingDocument;
  /** what the server has, as far as this page knows */
  base: DraftView;
  /** what is on its way to the server */
  sending: RoutingDocument | null;
  /** True when the last save did not arrive. */
  failed: boolean;
  /** what somebody else has saved meanwhile, while something here is not saved */
  conflict: DraftView | null;
}

export type DraftFact =
  | { fact: 'edited'; document: RoutingDocument }
  | { fact: 'sent'; document: RoutingDocument }
  | { fact: 'kept'; view: DraftView }
  | { fact: 'failed' }
  /** the server's newest, whoever caused it */
  | { fact: 'shown'; view: DraftView }
  /** the server refused a save, because this is newer */
  | { fact: 'refused'; view: DraftView }
  | { fact: 'theirs-taken' }
  | { fact: 'mine-kept' }
  /** the person has looked at what was published since the draft was begun */
  | { fact: 'newest-seen' };

export const firstState = (view: DraftView): DraftState => ({
  document: view.document,
  base: view,
  sending: null,
  failed: false,
  conflict: null,
});

/** True when something here would be lost by leaving. */
export const isUnsaved = ({ document, base }: DraftState): boolean => document !== base.document;

/** True when the document should be sent: nothing is on its way, and nobody has to decide first. */
export const isDue = (state: DraftState): boolean =>
  isUnsaved(state) && state.sending === null && state.conflict === null;

const isNews = (view: DraftView, base: DraftView): boolean =>
  view.revision !== base.revision ||
  view.publication !== base.publication ||
  view.saved?.at !== base.saved?.at;

const shown = (state: DraftState, view: DraftView): DraftState => {
  // Whether a save that is on its way was too late is for the server to say.
  if (state.sending !== null) return state;
  if (!isNews(view, state.base)) {
    const { document } = state.base;
    return { ...state, base: { ...view, document } };
  }
  return isUnsaved(state) ? { ...state, conflict: view } : firstState(view);
};

const kept = (state: DraftState, view: DraftView): DraftState => ({
  ...firstState(view),
  document: state.document === state.sending ? view.document : state.document,
});

/** True when something else was published since the draft was begun: nobody has compared the two yet. */
export const isBehind = ({ base }: DraftState): boolean =>
  base.saved !== null && base.basedOn !== base.publication;

export const nextState = (state: DraftState, fact: DraftFact): DraftState => {
  switch (fact.fact) {
    case 'edited':
      return { ...state, document: fact.document, failed: false };
    case 'sent':
      return { ...state, sending: fact.document, failed: false };
    case 'kept':
      return kept(state, fact.view);
    case 'failed':
      return { ...state, sending: null, failed: true };
    case 'shown':
      return shown(state, fact.view);
    case 'refused':
      return { ...state, sending: null, conflict: fact.view };
    case 'theirs-taken':
      return state.conflict === null ? state : firstState(state.conflict);
    case 'mine-kept':
      return state.conflict === null
        ? state
        : { ...state, base: { ...state.conflict, basedOn: state.conflict.publication }, conflict: null };
    case 'newest-seen':
      // A copy is another document: it is saved, and from then on begun from the newest publication.
      return {
        ...state,
        base: { ...state.base, basedOn: state.base.publication },
        document: { ...state.document },
      };
  }
};
