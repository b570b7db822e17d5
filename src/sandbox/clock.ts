import { setTimeout as wait } from 'node:timers/promises';

/** The sandbox's time. `sleep` rejects with the signal's reason when it is aborted before its end. */
export type SandboxClock = {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** The machine's own time. */
export const realClock: SandboxClock = { now: () => Date.now(), sleep: sleepFor };

/** Runs `factor` times faster than the machine's time, so that a minute's call takes a second. */
export function scaledClock(factor: number): SandboxClock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * factor,
    sleep: (ms, signal) => sleepFor(ms / factor, signal),
  };
}

export type ManualClock = SandboxClock & {
  /** Moves time and wakes the sleepers that are due, the earliest first, letting each run before the next. */
  advance(ms: number): Promise<void>;
};

type Sleeper = { readonly at: number; readonly wake: () => void };

/** Stands still until it is moved: for tests. */
export function manualClock(start: number): ManualClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  return {
    now: () => now,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(reasonOf(signal));
        const stop = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(reasonOf(signal));
        };
        const wake = () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        };
        const sleeper = { at: now + ms, wake };
        signal?.addEventListener('abort', stop, { once: true });
        sleepers.push(sleeper);
      });
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await letOthersRun();
        const next = earliest(sleepers);
        if (!next || next.at > end) break;
        sleepers = sleepers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
}

function earliest(sleepers: readonly Sleeper[]): Sleeper | undefined {
  return sleepers.toSorted((a, b) => a.at - b.at)[0];
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('Aborted.');
}

/** One turn of the event loop: everything that was only waiting for promises has run. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    // Node wraps the reason in an AbortError; the callers want the reason itself.
    throw signal?.aborted ? reasonOf(signal) : error;
  }
}
