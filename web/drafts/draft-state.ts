/** A document as the server keeps it; the revision says whether somebody has saved it meanwhile. */
export interface Kept {
  document: object;
  revision: number;
}

/** A draft while somebody edits it here and the server keeps it. */
export interface DraftState<View extends Kept> {
  /** as it is on this page */
  document: View['document'];
  /** what the server has, as far as this page knows */
  base: View;
  /** what is on its way to the server */
  sending: View['document'] | null;
  /** True when the last save did not arrive. */
  failed: boolean;
  /** what somebody else has saved meanwhile, while something here is not saved */
  conflict: View | null;
}

export type DraftFact<View extends Kept> =
  | { fact: 'edited'; document: View['document'] }
  | { fact: 'sent'; document: View['document'] }
  | { fact: 'kept'; view: View }
  | { fact: 'failed' }
  /** the server's newest, whoever caused it */
  | { fact: 'shown'; view: View }
  /** the server refused a save, because this is newer */
  | { fact: 'refused'; view: View }
  | { fact: 'theirs-taken' }
  | { fact: 'mine-kept' }
  /** the person has looked at what came since the draft was begun */
  | { fact: 'newest-seen' };

/** What differs between the drafts of different things. */
export interface DraftKind<View extends Kept> {
  isNews: (view: View, base: View) => boolean;
  /** the same, for a draft that goes on from there */
  goneOnFrom: (view: View) => View;
}

export const firstState = <View extends Kept>(view: View): DraftState<View> => ({
  document: view.document,
  base: view,
  sending: null,
  failed: false,
  conflict: null,
});

/** True when something here would be lost by leaving. */
export const isUnsaved = <View extends Kept>({ document, base }: DraftState<View>): boolean =>
  document !== base.document;

/** True when the document should be sent: nothing is on its way, and nobody has to decide first. */
export const isDue = <View extends Kept>(state: DraftState<View>): boolean =>
  isUnsaved(state) && state.sending === null && state.conflict === null;

const shown = <View extends Kept>(
  state: DraftState<View>,
  view: View,
  { isNews }: DraftKind<View>,
): DraftState<View> => {
  // Whether a save that is on its way was too late is for the server to say.
  if (state.sending !== null) return state;
  if (!isNews(view, state.base)) {
    const { document } = state.base;
    return { ...state, base: { ...view, document } };
  }
  return isUnsaved(state) ? { ...state, conflict: view } : firstState(view);
};

/** What was sent stays as it was typed, also where the server tidied it: a space at the end belongs to the next word. */
const kept = <View extends Kept>(state: DraftState<View>, view: View): DraftState<View> => ({
  ...firstState({ ...view, document: state.sending ?? view.document }),
  document: state.document,
});

export const nextState =
  <View extends Kept>(kind: DraftKind<View>) =>
  (state: DraftState<View>, fact: DraftFact<View>): DraftState<View> => {
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
        return shown(state, fact.view, kind);
      case 'refused':
        return { ...state, sending: null, conflict: fact.view };
      case 'theirs-taken':
        return state.conflict === null ? state : firstState(state.conflict);
      case 'mine-kept':
        return state.conflict === null
          ? state
          : { ...state, base: kind.goneOnFrom(state.conflict), conflict: null };
      case 'newest-seen':
        // A copy is another document: it is saved, and from then on begun from the newest.
        return { ...state, base: kind.goneOnFrom(state.base), document: { ...state.document } };
    }
  };
