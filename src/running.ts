import { setTimeout as sleep } from 'node:timers/promises';
import { StartFailure } from './platform/start-failure.ts';

/** What was started, to be stopped in the opposite order. */
export type Running = {
  add(stop: () => Promise<unknown>): void;
  /** Between two steps of the start: whoever was told to stop takes no further one. */
  goOn(): void;
  /** @returns false when it is stopping already */
  markStopping(): boolean;
  isStopping(): boolean;
  stopAll(): Promise<void>;
};

/** A hanging connection must not keep the rest from stopping, the database least of all. */
const longestStopMs = 6_000;

export const trackRunning = (): Running => {
  const stops: (() => Promise<unknown>)[] = [];
  let stopping = false;
  return {
    add: (stop) => void stops.push(stop),
    goOn: () => {
      if (stopping) throw new StartFailure('Stopped while starting.');
    },
    markStopping: () => {
      const first = !stopping;
      stopping = true;
      return first;
    },
    isStopping: () => stopping,
    stopAll: async () => {
      for (const stop of stops.splice(0).toReversed()) {
        await Promise.race([stop().catch(() => {}), sleep(longestStopMs, undefined, { ref: false })]);
      }
    },
  };
};
