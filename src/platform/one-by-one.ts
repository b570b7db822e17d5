/** So many in a row fail only when it is not what they are about. */
const tooManyInARow = 3;

/**
 * After a batch that failed: each alone, so that one that fails holds nobody back.
 * @param doOne keeps what fails out of the way by itself; returns its error, null when it went well, or undefined when there
 * was none left
 * @returns how many there were, at most `limit`; throws when it is not the single ones that fail
 */
export const oneByOne = async (
  limit: number,
  doOne: () => Promise<{ error: unknown } | null | undefined>,
): Promise<number> => {
  let inARow = 0;
  for (let done = 0; done < limit; done += 1) {
    const outcome = await doOne();
    if (outcome === undefined) return done;
    inARow = outcome === null ? 0 : inARow + 1;
    if (outcome !== null && inARow >= tooManyInARow) throw outcome.error;
  }
  return limit;
};
