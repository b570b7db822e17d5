import { isOver } from '../../ports/carrier/leg-status.ts';
import type { CallFact } from './call-fact.ts';
import { customerLeads, type CallState, type Phase } from './call-state.ts';
import { connect, rescueFromHold } from './conversation.ts';
import { decide, type CallContext, type Decision } from './decision.ts';
import { answeredAfterAll, end } from './end.ts';

type Fact<K extends CallFact['fact']> = Extract<CallFact, { fact: K }>;

/** The call's first leg: the caller's, or the calling staff member's, which a transferred call goes on without. */
export const onCallProgress = (state: CallState, { status }: Fact<'call-progress'>): Decision => {
  if (!isOver(status) || state.leadSid !== undefined) return decide(state);
  const { phase } = state;
  return phase.at === 'held' && !customerLeads(state) ? rescueFromHold(state, phase) : end(state, status);
};

const rangLast = ({ rang }: Extract<Phase, { at: 'ended' }>, staffId: string, turn: number | null): boolean =>
  rang?.turn === turn && rang.staffIds.includes(staffId);

/** What becomes of a staff member's leg. The order of these callbacks is not guaranteed, and some come twice. */
export const onStaffLeg = (state: CallState, context: CallContext, fact: Fact<'staff-leg'>): Decision => {
  const { legSid, staffId, via, status } = fact;
  const known: CallState = { ...state, legs: { ...state.legs, [legSid]: { staffId, via } } };
  const { phase } = state;
  const thisRound = phase.at === 'ringing' && (fact.turn ?? phase.turn) === phase.turn;
  if (thisRound && phase.ring.some((member) => member.staffId === staffId)) {
    if (status === 'in-progress' && via === 'portal') return connect(known, context, staffId, via, legSid);
    if (status === 'in-progress') return decide({ ...known, phase: { ...phase, screening: staffId } });
  }
  if (
    phase.at === 'ended' &&
    status === 'in-progress' &&
    via === 'portal' &&
    rangLast(phase, staffId, fact.turn)
  )
    return answeredAfterAll(known, staffId);
  if (phase.at === 'held' && phase.staffSid === legSid && isOver(status) && customerLeads(state))
    return rescueFromHold(known, phase);
  // Often heard only when the next one rings already, and part of the story all the same.
  const declined = status === 'busy' || status === 'failed' || status === 'no-answer';
  return decide(
    known,
    declined ? { history: [{ kind: 'not-taken', reason: status, staffId, detail: { via } }] } : {},
  );
};

/** The leg to somebody outside: the other side of an outbound call, or an external number. */
export const onCustomerLeg = (
  state: CallState,
  context: CallContext,
  fact: Fact<'customer-leg'>,
): Decision => {
  const { phase } = state;
  if (isOver(fact.status)) {
    const alone = state.leadSid === fact.legSid || (phase.at === 'held' && phase.customerSid === fact.legSid);
    return alone ? end(state, fact.status) : decide(state);
  }
  if (fact.status !== 'in-progress') return decide(state);
  if (phase.at === 'external') return decide({ ...state, phase: { ...phase, answered: true } });
  if (phase.at !== 'outbound') return decide(state);
  return decide(
    {
      ...state,
      answeredBy: phase.staffId,
      phase: {
        at: 'connected',
        staffId: phase.staffId,
        via: phase.via,
        staffSid: context.carrierSid,
        customerSid: fact.legSid,
      },
    },
    { history: [{ kind: 'answered', reason: 'by-the-other-side', staffId: phase.staffId }] },
  );
};
