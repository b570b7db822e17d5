import { beginsWithCustomer, type CallState, type Phase, type Via } from './call-state.ts';
import { decide, hook, leadSid, type CallContext, type Decision } from './decision.ts';
import { end } from './end.ts';
import { anyone } from './menu.ts';

/** A staff member talks with the caller from here on. */
export const connect = (
  state: CallState,
  context: CallContext,
  staffId: string,
  via: Via,
  legSid: string,
): Decision =>
  decide(
    {
      ...state,
      answeredBy: staffId,
      phase: { at: 'connected', staffId, via, staffSid: legSid, customerSid: leadSid(state, context) },
    },
    { history: [{ kind: 'answered', reason: via, staffId }] },
  );

/** Whether the call rings this staff member now. */
export const isRung = (state: CallState, staffId: string): boolean =>
  state.phase.at === 'ringing' && state.phase.ring.some((member) => member.staffId === staffId);

/** The staff member's leg was lost or left while the customer is on hold, who must not stay there alone. */
export const rescueFromHold = (
  state: CallState,
  { staffId, customerSid }: Extract<Phase, { at: 'held' }>,
): Decision => {
  if (customerSid === null) return end(state, 'completed');
  const next: CallState = {
    ...state,
    ...(beginsWithCustomer(state) ? {} : { leadSid: customerSid }),
    wish: { ...(state.wish ?? anyone()), tried: [], waitingSince: null },
    phase: { at: 'moving', from: null },
  };
  return decide(next, {
    effects: [{ effect: 'redirect', sid: customerSid, hook: hook(next, 'route-to-staff') }],
    history: [{ kind: 'hold-lost', reason: 'staff-hung-up', ...(staffId === null ? {} : { staffId }) }],
  });
};
