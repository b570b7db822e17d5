import type { Connection } from '../platform/database/pool.ts';
import { listen } from '../platform/listen.ts';
import { startRounds } from '../platform/rounds.ts';
import { deliverDue } from './deliver-due.ts';
import type { DeliveryDependencies } from './delivery-work.ts';
import { messageBell } from './message-bell.ts';

/** A bell may be missed while the connection is made anew. */
const pollMs = 5000;

/** Delivers for as long as the process runs. */
export const runDelivery = async (
  deps: DeliveryDependencies,
  connection: Connection,
): Promise<{ close(): Promise<void> }> => {
  const rounds = startRounds('message delivery', {
    pollMs,
    log: deps.log,
    round: async () => {
      const next = await deliverDue(deps);
      return next === null ? null : next.epochMilliseconds - deps.clock.now().epochMilliseconds;
    },
  });
  const ear = await listen(connection, messageBell, deps.log, () => rounds.ring());
  return {
    async close() {
      await ear.close();
      await rounds.close();
    },
  };
};
