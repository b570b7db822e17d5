import type { Connection } from '../platform/database/pool.ts';
import { listen } from '../platform/listen.ts';
import { startRounds } from '../platform/rounds.ts';
import { callBell } from './call-bell.ts';
import { dialDue } from './dial-due.ts';
import type { DiallingDependencies } from './dialling-work.ts';

/** A bell may be missed while the connection is made anew. */
const pollMs = 5000;

/** Makes calls for as long as the process runs. */
export const runDialling = async (
  deps: DiallingDependencies,
  connection: Connection,
): Promise<{ close(): Promise<void> }> => {
  const rounds = startRounds('dialling', {
    pollMs,
    log: deps.log,
    round: async () => {
      const next = await dialDue(deps);
      return next === null ? null : next.epochMilliseconds - deps.clock.now().epochMilliseconds;
    },
  });
  const ear = await listen(connection, callBell, deps.log, () => rounds.ring());
  return {
    async close() {
      await ear.close();
      await rounds.close();
    },
  };
};
