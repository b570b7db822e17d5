/** Whether a key pressed here is text for a field, not a command. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));

/** Whether the target stands in a menu or panel that has keys of its own. */
export const isInOpenLayer = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=menu], [role=dialog], [role=listbox]') !== null;
