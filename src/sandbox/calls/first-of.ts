/** Thrown inside the tasks that lost; nobody sees it. */
const DECIDED = new Error('Another task was first.');

/**
 * Runs tasks side by side until the first settles, then aborts the others. Each task gets a signal that
 * also follows `signal`, and must settle when it is aborted, so that no timer or listener outlives the race.
 */
export async function firstOf<T>(
  signal: AbortSignal,
  ...tasks: readonly ((signal: AbortSignal) => Promise<T>)[]
): Promise<T> {
  signal.throwIfAborted();
  const own = new AbortController();
  const follow = () => own.abort(signal.reason);
  signal.addEventListener('abort', follow, { once: true });
  try {
    return await Promise.race(tasks.map((task) => task(own.signal)));
  } finally {
    signal.removeEventListener('abort', follow);
    own.abort(DECIDED);
  }
}
