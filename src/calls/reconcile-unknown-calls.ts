import { adoptCall } from './adopt-call.ts';
import type { CallJobDependencies } from './call-jobs.ts';
import { findAddress } from './carrier-calls.store.ts';
import { clinicNumbers } from './clinic-numbers.store.ts';
import { isOver } from './rules/call-fact.ts';

/** How far back the carrier is asked. Longer than any outage that nobody noticed. */
const lookBack = { hours: 24 };

/**
 * Calls that reached the carrier while we could not answer (the database was away) are in no log of ours. They are
 * entered afterwards, so that somebody calls back.
 * @returns how many were entered
 */
export const reconcileUnknownCalls = async (deps: CallJobDependencies): Promise<number> => {
  const since = deps.clock.now().subtract(lookBack);
  let entered = 0;
  for (const { phone_number: number } of await clinicNumbers(deps.database)) {
    for (const call of await deps.carrier.callsTo(number, since)) {
      if (!isOver(call.status) || (await findAddress(deps.database, call.sid)) !== null) continue;
      if ((await adoptCall(deps, call.sid)) !== null) entered += 1;
    }
  }
  return entered;
};
