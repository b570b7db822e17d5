/** What a key press asks for. */
export type Asked =
  | { ask: 'search' }
  | { ask: 'list' }
  | { ask: 'find-on-page' }
  | { ask: 'go'; key: string }
  | { ask: 'prefix' };

export interface KeyPress {
  key: string;
  /** Ctrl, or ⌘ on a Mac */
  command: boolean;
  /** Alt, or the command key where it is not asked for */
  other: boolean;
  /** in a text field, or in a dialog or menu with keys of its own */
  elsewhere: boolean;
}

/** How long after `g` the letter may come. */
export const prefixMilliseconds = 1500;

/**
 * @param afterPrefix `g` was the key before, a moment ago
 * @param singles whether keys without Ctrl count: speech input and some assistive tools type them by accident, so they
 *   can be switched off (WCAG 2.1.4)
 */
export const readKey = (press: KeyPress, afterPrefix: boolean, singles: boolean): Asked | null => {
  const key = press.key.toLowerCase();
  if (press.command) return key === 'k' && !press.other ? { ask: 'search' } : null;
  if (press.other || press.elsewhere || !singles) return null;
  if (afterPrefix && /^[a-z]$/.test(key)) return { ask: 'go', key };
  if (key === '?') return { ask: 'list' };
  if (key === '/') return { ask: 'find-on-page' };
  return key === 'g' ? { ask: 'prefix' } : null;
};
