import type { LegStatus } from '../../ports/carrier/leg-status.ts';
import type { CallFact } from './call-fact.ts';
import type { CallState } from './call-state.ts';

/** A leg to look up at the carrier, and what it means for the call where it stands. */
export type LegToCheck = { sid: string; factOf(status: LegStatus): CallFact };

const leading = (state: CallState, carrierSid: string): LegToCheck => {
  const sid = state.leadSid;
  return sid === undefined
    ? { sid: carrierSid, factOf: (status) => ({ fact: 'call-progress', status }) }
    : { sid, factOf: (status) => ({ fact: 'customer-leg', legSid: sid, status }) };
};

/** On hold the legs stand alone: nobody hears that the other one is gone when the callback is lost. */
const waitingOnHold = ({ phase }: CallState, carrierSid: string): LegToCheck[] => {
  if (phase.at !== 'held') return [];
  const { staffId, staffSid, customerSid, via } = phase;
  const legs: LegToCheck[] = [];
  if (staffSid !== null && staffId !== null && staffSid !== carrierSid)
    legs.push({
      sid: staffSid,
      factOf: (status) => ({
        fact: 'staff-leg',
        legSid: staffSid,
        staffId,
        via: via ?? 'portal',
        status,
        turn: null,
      }),
    });
  if (customerSid !== null && customerSid !== carrierSid)
    legs.push({
      sid: customerSid,
      factOf: (status) => ({ fact: 'customer-leg', legSid: customerSid, status }),
    });
  return legs;
};

/** The legs on which a call hangs: when nothing has been heard of it for long, the carrier is asked about these. */
export const legsToCheck = (state: CallState, carrierSid: string): LegToCheck[] => {
  const lead = leading(state, carrierSid);
  return [lead, ...waitingOnHold(state, carrierSid).filter(({ sid }) => sid !== lead.sid)];
};
