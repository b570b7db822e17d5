import type { Definition } from '../../../src/workflows/rules/definition.ts';

/** A draft with the way back through its changes, and forward again. */
export interface History {
  now: Definition;
  past: readonly Definition[];
  future: readonly Definition[];
  /** the field that is being typed in: what follows there belongs to the same change */
  typing: string | null;
}

const mostKept = 200;

export const newHistory = (now: Definition): History => ({ now, past: [], future: [], typing: null });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const typed = new Set(['undefined', 'string', 'number']);

/** The words and numbers in which two values differ; null stands for anything else. */
const differences = (before: unknown, after: unknown, path: string): (string | null)[] => {
  if (before === after) return [];
  if (!isObject(before) || !isObject(after))
    return [typed.has(typeof before) && typed.has(typeof after) ? path : null];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differences(before[name], after[name], `${path}/${name}`));
};

/** The one field in which they differ. */
const fieldChanged = (before: Definition, after: Definition): string | null => {
  const changed = differences(before, after, '');
  return changed.length === 1 ? (changed[0] ?? null) : null;
};

/** A change; all that is typed into one field, until another is touched, is taken back at once. */
export const edit = (history: History, next: Definition): History => {
  if (next === history.now) return history;
  const typing = fieldChanged(history.now, next);
  const goesOn = typing !== null && typing === history.typing;
  return {
    now: next,
    past: goesOn ? history.past : [...history.past, history.now].slice(-mostKept),
    future: [],
    typing,
  };
};

/** The field was left: what is typed next is another change. */
export const pause = (history: History): History =>
  history.typing === null ? history : { ...history, typing: null };

export const undo = (history: History): History => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    now: before,
    past: history.past.slice(0, -1),
    future: [history.now, ...history.future],
    typing: null,
  };
};

export const redo = (history: History): History => {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { now: after, past: [...history.past, history.now], future, typing: null };
};
