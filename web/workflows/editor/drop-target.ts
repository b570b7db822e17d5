import { createContext, use, useSyncExternalStore } from 'react';

/** The slot that what is dragged would go to. Kept beside React's state: only two slots are drawn again when it moves. */
export class DropTarget {
  #slot: string | null = null;
  readonly #listeners = new Set<() => void>();

  get = (): string | null => this.#slot;

  set = (slot: string | null): void => {
    if (slot === this.#slot) return;
    this.#slot = slot;
    for (const listener of this.#listeners) listener();
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const DropTargetContext = createContext(new DropTarget());

export const useIsDropTarget = (slot: string): boolean => {
  const target = use(DropTargetContext);
  return useSyncExternalStore(target.subscribe, () => target.get() === slot);
};
