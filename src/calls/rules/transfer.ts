import type { RingTarget } from '../../routing/rules/decide-ring.ts';
import type { CallFact } from './call-fact.ts';
import { beginsWithCustomer, type CallState, type Wish } from './call-state.ts';
import { decide, hook, type CallEffect, type Decision } from './decision.ts';

const departmentOf = (target: RingTarget, before: Wish | null): string | null =>
  target.kind === 'department' ? target.departmentId : (before?.departmentId ?? null);

/**
 * Gives the caller to a colleague or a department. The customer's leg is fetched away; the carrier lets the staff
 * member's leg go by itself, except on hold, where it waits alone.
 * @returns null when it is not this staff member's call
 */
export const onTransferAsked = (
  state: CallState,
  fact: Extract<CallFact, { fact: 'transfer-asked' }>,
): Decision | null => {
  const { phase } = state;
  if ((phase.at !== 'connected' && phase.at !== 'held') || phase.staffId !== fact.byStaffId) return null;
  if (phase.customerSid === null) return null;
  const wish: Wish = {
    target: fact.target,
    departmentId: departmentOf(fact.target, state.wish),
    menuLabel: state.wish?.menuLabel ?? null,
    tried: fact.target.kind === 'staff' ? [] : [fact.byStaffId],
    waitingSince: null,
    returnTo: fact.byStaffId,
  };
  // From here on the customer's leg goes alone; on inbound calls it is the first one anyway.
  const lead = beginsWithCustomer(state) ? {} : { leadSid: phase.customerSid };
  const next: CallState = { ...state, ...lead, wish, phase: { at: 'moving', from: fact.byStaffId } };
  const effects: CallEffect[] = [
    { effect: 'redirect', sid: phase.customerSid, hook: hook(next, 'route-to-staff') },
  ];
  if (phase.at === 'held' && phase.staffSid !== null) effects.push({ effect: 'end', sid: phase.staffSid });
  const detail =
    fact.target.kind === 'staff' ? { to: fact.target.staffId } : { to: departmentOf(fact.target, null) };
  return decide(next, {
    effects,
    history: [{ kind: 'transfer', reason: fact.target.kind, staffId: fact.byStaffId, detail }],
  });
};
