import type { SandboxClock } from '../clock.ts';

/** Lets new calls begin at most so often; the rest wait their turn. Each `turn` gives the wait in ms. */
export function startRate(clock: SandboxClock, callsPerSecond: () => number | null): { turn(): number } {
  let next = 0;
  return {
    turn() {
      const rate = callsPerSecond();
      const now = clock.now();
      if (rate === null) return 0;
      const at = Math.max(now, next);
      next = at + 1000 / rate;
      return at - now;
    },
  };
}
