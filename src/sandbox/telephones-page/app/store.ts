import { useSyncExternalStore } from 'react';

/** State outside of React: the socket and the sounds change and read it as the components do. */
export type Store<State, Action> = {
  readonly get: () => State;
  readonly dispatch: (action: Action) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createStore<State, Action>(
  first: State,
  next: (state: State, action: Action) => State,
): Store<State, Action> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(action) {
      const before = state;
      state = next(state, action);
      if (state !== before) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The part of the state that `select` picks; it must pick the same object while nothing changed. */
export function useStore<State, Picked>(
  store: Store<State, never>,
  select: (state: State) => Picked,
): Picked {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
