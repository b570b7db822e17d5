import { applyFact } from '../calls/apply-fact.ts';
import { dropErrandCall, nameErrandCall } from '../calls/errand-call.ts';
import { inClinic } from '../platform/database/database.ts';
import { claimCalls } from './claim-calls.ts';
import { selectClinicsWithDue, selectNextDue } from './claim.store.ts';
import { dialOne } from './dial-one.ts';
import type { ClaimedCall, DiallingDependencies } from './dialling-work.ts';
import { endOrders } from './end-orders.ts';
import { nextDial, type DialOutcome, type NextDial } from './rules/dial-outcome.ts';
import { askLater, markUnderWay, putBack } from './settle.store.ts';

const attempt = async (
  deps: DiallingDependencies,
  clinicId: string,
  call: ClaimedCall,
  leaseEnd: Temporal.Instant,
): Promise<DialOutcome> => {
  try {
    return await dialOne(deps, clinicId, call, leaseEnd);
  } catch (error) {
    // The next worker asks the carrier when the lease is over.
    const { code, name } = error as { code?: string; name?: string };
    deps.log.error({ callId: call.callId, code, name }, 'an attempt to place a call broke');
    return { outcome: 'left' };
  }
};

/** The order first, with what is known of it; then its call ends in the log. */
const giveUp = async (
  deps: DiallingDependencies,
  clinicId: string,
  { orderId, callId }: ClaimedCall,
  { outcome, reason }: Extract<NextDial, { next: 'give-up' }>,
): Promise<void> => {
  const now = deps.clock.now();
  await inClinic(deps.database, clinicId, (trx) =>
    endOrders(trx, [{ id: orderId, status: 'over', outcome, reason }], now),
  );
  const link = (await deps.linkFor())({ clinicId, callId });
  const failed = { fact: 'call-progress', status: 'failed' } as const;
  await applyFact(deps, { clinicId, callId, fact: () => failed, receipt: null, link });
};

const settle = async (
  deps: DiallingDependencies,
  clinicId: string,
  call: ClaimedCall,
  next: NextDial,
): Promise<void> => {
  const { orderId, callId } = call;
  if (next.next === 'give-up') return giveUp(deps, clinicId, call, next);
  await inClinic(deps.database, clinicId, async (trx) => {
    switch (next.next) {
      case 'under-way':
        await nameErrandCall(trx, callId, next.sid);
        return markUnderWay(trx, orderId);
      case 'ask-later':
        return askLater(trx, orderId, next.dueAt);
      case 'again':
        // A webhook may have told of it a moment ago: then it was placed after all.
        return (await dropErrandCall(trx, callId))
          ? putBack(trx, orderId, next.dueAt)
          : markUnderWay(trx, orderId);
    }
  });
};

const dialClinic = async (deps: DiallingDependencies, clinicId: string): Promise<void> => {
  for (;;) {
    const { calls, leaseEnd, seen } = await claimCalls(deps, clinicId, deps.clock.now());
    await Promise.all(
      calls.map(async (call) => {
        const dialled = await attempt(deps, clinicId, call, leaseEnd);
        const next = nextDial(dialled, call.attempts, deps.clock.now());
        if (next !== null) await settle(deps, clinicId, call, next);
      }),
    );
    if (seen === 0) return;
  }
};

/**
 * Makes the calls that are due, clinic by clinic, as far as there is room.
 * @returns when the next one is due, null: none is planned for later
 */
export const dialDue = async (deps: DiallingDependencies): Promise<Temporal.Instant | null> => {
  const { database, clock } = deps;
  for (const clinicId of await selectClinicsWithDue(database, clock.now(), 100))
    await dialClinic(deps, clinicId);
  return selectNextDue(database, clock.now());
};
