import { listAllNumbers } from '../clinics/clinic-numbers.ts';
import { isOver } from '../ports/carrier/leg-status.ts';
import { adoptCall } from './adopt-call.ts';
import type { CallJobDependencies } from './call-jobs.ts';
import { findAddress } from './carrier-calls.store.ts';

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
  for (const { phoneNumber } of await listAllNumbers(deps.database)) {
    for (const call of await deps.carrier.callsTo(phoneNumber, since)) {
      if (!isOver(call.status) || (await findAddress(deps.database, call.sid)) !== null) continue;
      if ((await adoptCall(deps, call.sid)) !== null) entered += 1;
    }
  }
  return entered;
};
