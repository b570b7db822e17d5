/** Myself, then the others by name. */
export const meFirst = <Person extends { id: string; name: string }>(
  people: readonly Person[],
  mine: string | null,
): Person[] =>
  people.toSorted(
    (one, other) => Number(other.id === mine) - Number(one.id === mine) || one.name.localeCompare(other.name),
  );
