/** What a process that runs says of its keys, by their fingerprints. */
export type KeyHolder = { wants: string; holds: readonly string[]; seals: string | null };

/**
 * The key that things are to be sealed with from now on: the one that all processes want, once each of them can open
 * what is sealed with it and what was sealed before. Until then nothing changes.
 */
export const agreedKey = (holders: readonly KeyHolder[], current: string): string => {
  const [first] = holders;
  if (first === undefined) return current;
  const agreed = holders.every(
    ({ wants, holds }) => wants === first.wants && holds.includes(wants) && holds.includes(current),
  );
  return agreed ? first.wants : current;
};
