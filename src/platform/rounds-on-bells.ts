import type { Clock } from './clock.ts';
import type { Connection } from './database/pool.ts';
import { listen } from './listen.ts';
import type { Log } from './log.ts';
import { startRounds } from './rounds.ts';

/** A bell may be missed while the connection is made anew. */
const pollMs = 5000;

/**
 * Works for as long as the process runs: whenever one of the bells rings in the database, and when something is due.
 * @param work until nothing is due; returns when something will be, null: nothing is planned
 */
export const roundsOnBells = async (
  name: string,
  bells: readonly string[],
  { clock, log, connection }: { clock: Clock; log: Log; connection: Connection },
  work: () => Promise<Temporal.Instant | null>,
): Promise<{ close(): Promise<void> }> => {
  const rounds = startRounds(name, {
    pollMs,
    log,
    round: async () => {
      const next = await work();
      return next === null ? null : next.epochMilliseconds - clock.now().epochMilliseconds;
    },
  });
  const ears = await Promise.all(bells.map((bell) => listen(connection, bell, log, () => rounds.ring())));
  return {
    async close() {
      await Promise.all(ears.map((ear) => ear.close()));
      await rounds.close();
    },
  };
};
