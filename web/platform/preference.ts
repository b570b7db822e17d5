/** A choice kept in this browser. A browser that keeps nothing (private mode, full disk) still works, it only forgets. */
export interface Preference<Value extends string> {
  read: () => Value | null;
  write: (value: Value) => void;
}

/** @param isValue refuses what an older version or a curious user has left there */
export const preference = <Value extends string>(
  name: string,
  isValue: (text: string) => text is Value,
): Preference<Value> => ({
  read: () => {
    try {
      const text = localStorage.getItem(`frontdesk.${name}`);
      return text !== null && isValue(text) ? text : null;
    } catch {
      return null;
    }
  },
  write: (value) => {
    try {
      localStorage.setItem(`frontdesk.${name}`, value);
    } catch {
      // Nothing to do: the choice holds until the page is closed.
    }
  },
});
