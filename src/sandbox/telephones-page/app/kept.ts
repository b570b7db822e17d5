/**
 * A choice kept in this browser, as JSON. A browser that keeps nothing (private mode, full disk) still works,
 * it only forgets.
 * @param isValue refuses what an older version or a curious user has left there
 */
export function kept<Value>(name: string, isValue: (value: unknown) => value is Value) {
  const key = `telephones.${name}`;
  return {
    read(): Value | null {
      try {
        const text = localStorage.getItem(key);
        const value: unknown = text === null ? null : JSON.parse(text);
        return isValue(value) ? value : null;
      } catch {
        return null;
      }
    },
    write(value: Value): void {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Nothing to do: the choice holds until the page is closed.
      }
    },
  };
}
