/**
 * How long to wait before the next attempt, in milliseconds: 0.5 s, 1 s, 2 s … at most 15 s, and up to a fifth more by
 * `chance` (0…1), so that a hundred browsers do not come back to a restarted server in the same instant.
 */
export const reconnectPause = (failures: number, chance: number): number =>
  Math.round(Math.min(500 * 2 ** Math.max(0, failures - 1), 15_000) * (1 + chance / 5));
