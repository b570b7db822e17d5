import { useState } from 'react';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { edit, newHistory, pause, redo, undo, type History } from './draft-history.ts';

export interface DraftHistory {
  change: (next: Definition) => void;
  /** @returns whether there was anything to take back */
  undo: () => boolean;
  redo: () => boolean;
  /** The field was left. */
  pause: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** The way back through the changes of a draft that is kept elsewhere. */
export const useHistory = (document: Definition, keep: (next: Definition) => void): DraftHistory => {
  const [kept, setHistory] = useState(() => newHistory(document));
  // Somebody else's draft was loaded: nothing of it is ours to take back.
  const history = kept.now === document ? kept : newHistory(document);
  const go = (next: History): boolean => {
    setHistory(next);
    if (next.now === document) return false;
    keep(next.now);
    return true;
  };
  return {
    change: (next) => void go(edit(history, next)),
    undo: () => go(undo(history)),
    redo: () => go(redo(history)),
    pause: () => setHistory((before) => pause(before)),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
};
