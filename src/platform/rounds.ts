import type { Log } from './log.ts';

export type Rounds = {
  /** Begins a round now, or once more after the one that runs. */
  ring(): void;
  /** Resolves when the round that runs is over. */
  close(): Promise<void>;
};

/**
 * Work in rounds, one at a time in this process: whenever somebody rings, and at the latest every `pollMs`, because
 * bells may be missed. A round that fails is logged and repeated with the next.
 * @param round works until nothing is due; returns in how many milliseconds something will be, null: nothing is planned
 */
export const startRounds = (
  name: string,
  { round, pollMs, log }: { round: () => Promise<number | null>; pollMs: number; log: Log },
): Rounds => {
  let closed = false;
  let rung = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    let pause = pollMs;
    for (let again = true; again; again = rung && !closed) {
      rung = false;
      try {
        const next = await round();
        pause = Math.min(pollMs, Math.max(0, next ?? pollMs));
      } catch (error) {
        const { code, name: kind } = error as { code?: string; name?: string };
        log.error({ rounds: name, code, kind }, 'a round of work failed');
      }
    }
    running = null;
    if (!closed) timer = setTimeout(begin, pause);
  };
  const begin = (): void => {
    clearTimeout(timer);
    if (running === null) running = run();
    else rung = true;
  };
  begin();
  return {
    ring: () => {
      if (!closed) begin();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
};
