/** `Patient/1` at the end of a relative or absolute reference, without a version. */
const tailOf = (reference: string): string | null =>
  /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? null;

/** What others in the file may call this resource. */
export const namesOf = (kind: string, fullUrl: string | null, id: string | undefined): string[] => [
  ...new Set([...(fullUrl === null ? [] : [fullUrl]), ...(id === undefined ? [] : [`${kind}/${id}`])]),
];

/** Under which of those names a reference may be found, the exact one first. */
export const namesToTry = (reference: string | null): string[] => {
  if (reference === null || reference.startsWith('#')) return [];
  const tail = tailOf(reference);
  return tail === null || tail === reference ? [reference] : [reference, tail];
};

/** The id that holds beyond this file: on which server, and there which one. null for references inside the file only. */
export const lastingId = (reference: string | null): { system: string; value: string } | null => {
  const tail = reference === null ? null : tailOf(reference);
  if (reference === null || tail === null || !/^https?:\/\//.test(reference)) return null;
  return { system: reference.slice(0, reference.lastIndexOf(tail)).slice(0, 300), value: tail };
};
