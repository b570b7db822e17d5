import { findClinicOfNumber } from '../clinics/clinic-numbers.ts';
import { inClinic } from '../platform/database/database.ts';
import { isOver } from '../ports/carrier/leg-status.ts';
import { applyFact } from './apply-fact.ts';
import type { CallJobDependencies } from './call-jobs.ts';
import { insertInboundCall, newCallId } from './new-calls.store.ts';
import { findAddress, type CallAddress } from './carrier-calls.store.ts';
import { openCall } from './open-call.ts';
import { eventsOfCall } from './rules/call-event.ts';

/**
 * The call of ours behind a carrier's sid. One that we never heard of (we could not answer at the time) is entered from
 * what the carrier knows of it. Null: the carrier has no such call, or it is about no number of ours.
 */
export const adoptCall = async (
  deps: CallJobDependencies,
  carrierSid: string,
): Promise<CallAddress | null> => {
  const known = await findAddress(deps.database, carrierSid);
  if (known) return known;
  const call = await deps.carrier.fetchCall(carrierSid);
  const clinicId = call === null ? null : await findClinicOfNumber(deps.database, call.to);
  if (call === null || clinicId === null) return null;
  const start = { carrierSid, from: call.from, to: call.to, forwardedFrom: undefined };
  const address = { clinicId, callId: newCallId() };
  const now = call.startedAt ?? deps.clock.now();
  const { entered } = await inClinic(deps.database, clinicId, async (trx) => {
    const opened = await openCall(trx, address.callId, start, now);
    const { state } = opened.call;
    const first = {
      state,
      history: [],
      receipt: null,
      events: eventsOfCall(opened.call, null, state, now),
      now,
    };
    return insertInboundCall(trx, opened.entry, first);
  });
  // A late webhook was quicker, and goes on with it.
  if (!entered) return findAddress(deps.database, carrierSid);
  if (isOver(call.status)) {
    const link = (await deps.linkFor())(address);
    await applyFact(deps, {
      ...address,
      fact: () => ({ fact: 'call-progress', status: call.status }),
      receipt: null,
      link,
    });
  }
  return address;
};
