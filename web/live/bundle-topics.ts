import type { Topic } from '../../src/live/live.api.ts';

/** Timers as a parameter, so that the bundling is tested without waiting. */
export interface Timers {
  set: (action: () => void, milliseconds: number) => unknown;
}

/**
 * Passes the first update on at once and bundles those that follow within `pause` milliseconds: a hundred calls that
 * start together are a few refetches, not a hundred.
 */
export const bundleTopics = (
  deliver: (topics: ReadonlySet<Topic>) => void,
  pause: number,
  timers: Timers,
): ((topic: Topic) => void) => {
  let waiting: Set<Topic> | null = null;
  const flush = (): void => {
    const due = waiting;
    waiting = null;
    if (due === null || due.size === 0) return;
    open();
    deliver(due);
  };
  const open = (): void => {
    waiting = new Set();
    timers.set(flush, pause);
  };
  return (topic) => {
    if (waiting !== null) {
      waiting.add(topic);
      return;
    }
    open();
    deliver(new Set([topic]));
  };
};
