/**
 * Resolves when `subscribe`'s callback is called, rejects with the signal's reason when it is aborted first.
 * `subscribe` returns what undoes it, so that nothing is left behind either way.
 */
export function waitFor(signal: AbortSignal, subscribe: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(reasonOf(signal));
    const stop = () => {
      unsubscribe();
      reject(reasonOf(signal));
    };
    const unsubscribe = subscribe(() => {
      unsubscribe();
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Rejects with the signal's reason once it is aborted; never resolves. */
export async function untilAborted(signal: AbortSignal): Promise<never> {
  await waitFor(signal, () => () => undefined);
  throw reasonOf(signal);
}

/** Resolves once `watched` is aborted; rejects when `signal` is. */
export async function untilOther(watched: AbortSignal, signal: AbortSignal): Promise<void> {
  if (watched.aborted) return;
  await waitFor(signal, (done) => {
    watched.addEventListener('abort', done, { once: true });
    return () => watched.removeEventListener('abort', done);
  });
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('Aborted.');
}
