import { listAllNumbers } from '../clinics/clinic-numbers.ts';
import { inClinic } from '../platform/database/database.ts';
import { isOver, type LegStatus } from '../ports/carrier/leg-status.ts';
import { applyFact } from './apply-fact.ts';
import type { CallJobDependencies } from './call-jobs.ts';
import { isPending } from './carrier-calls.store.ts';
import { silentCalls } from './unfinished-calls.store.ts';
import type { CallFact } from './rules/call-fact.ts';
import { legsToCheck, type LegToCheck } from './rules/legs-to-check.ts';

/** How long a running call may be silent before the carrier is asked about it. */
const patience = { minutes: 2 };

const statusAtCarrier = async (deps: CallJobDependencies, carrierSid: string): Promise<LegStatus> => {
  if (isPending(carrierSid)) return 'failed';
  const call = await deps.carrier.fetchCall(carrierSid);
  return call?.status ?? 'completed';
};

const firstThatIsOver = async (deps: CallJobDependencies, legs: LegToCheck[]): Promise<CallFact | null> => {
  for (const { sid, factOf } of legs) {
    const status = await statusAtCarrier(deps, sid);
    if (isOver(status)) return factOf(status);
  }
  return null;
};

/**
 * Callbacks get lost. Calls that seem to run but have been silent are looked up at the carrier, so that no ghost stands
 * on the board, nobody stays busy with a call that is over, and nobody stays on hold alone.
 * @returns how many had lost a leg unnoticed
 */
export const reconcileCalls = async (deps: CallJobDependencies): Promise<number> => {
  const before = deps.clock.now().subtract(patience);
  const clinics = [...new Set((await listAllNumbers(deps.database)).map((number) => number.clinicId))];
  const linkFor = await deps.linkFor();
  let ended = 0;
  for (const clinicId of clinics) {
    const silent = await inClinic(deps.database, clinicId, (trx) => silentCalls(trx, before));
    for (const { id: callId, carrierSid, state } of silent) {
      // Whether it was placed at all is for the worker that dials it to find out.
      if (isPending(carrierSid) && state.errand !== undefined) continue;
      const leg = await firstThatIsOver(deps, legsToCheck(state, carrierSid));
      if (leg === null) continue;
      await applyFact(deps, {
        clinicId,
        callId,
        fact: () => leg,
        receipt: null,
        link: linkFor({ clinicId, callId }),
      });
      ended += 1;
    }
  }
  return ended;
};
