import { createStore } from '../app/store.ts';

/** What stands in the dialling fields that somebody has typed into, by the number of the telephone. */
export type DialTexts = Readonly<Record<string, string>>;

type Typed = { readonly number: string } & (
  | { readonly key: string }
  | { readonly text: string }
  /** Back to the number that is proposed. */
  | { readonly clear: true }
);

/** A first key begins a new number instead of lengthening the proposed one. */
export function typed(texts: DialTexts, action: Typed): DialTexts {
  const { [action.number]: before, ...others } = texts;
  if ('clear' in action) return others;
  if ('text' in action) return { ...texts, [action.number]: action.text };
  const now = before ?? '';
  return { ...texts, [action.number]: action.key === 'Backspace' ? now.slice(0, -1) : now + action.key };
}

export const dialText = createStore<DialTexts, Typed>({}, typed);
