import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { RoutingSnapshot } from '../../routing/rules/routing-snapshot.ts';
import { billing, billingTeam, optionOf, snapshotOf } from '../../routing/rules/snapshot-on-trial.ts';
import type { CallFact } from './call-fact.ts';
import { newInboundCall, newOutboundCall, type CallState, type Via } from './call-state.ts';
import { decideCall } from './decide-call.ts';
import type { CallContext, CallEffect, Decision, HistoryEntry } from './decision.ts';

/** Test data and a hand that gives a call one fact after the other. Nothing here knows the answer to a test. */

const sid = (letter: string): string => `CA${letter.repeat(32)}`;
export const callerSid = sid('a');
export const oliviaSid = sid('b');
export const jamesSid = sid('c');
export const danielSid = sid('d');
export const outsideSid = sid('e');
export const recordingSid = `RE${'1'.repeat(32)}`;
export const patientNumber = '+13125550121';

/** Open, with "1: Billing" in the menu and the specification's three people behind it. */
export const billingClinic = (own: Parameters<typeof snapshotOf>[0] = {}): RoutingSnapshot =>
  snapshotOf({
    options: [optionOf('1', { type: 'department', departmentId: billing }, { label: 'Billing' })],
    staff: billingTeam(),
    ...own,
  });

const lineOf = (step: VoiceStep): string => {
  switch (step.do) {
    case 'say':
      return `say: ${step.text}`;
    case 'gather':
      return `gather: ${step.prompts.map((prompt) => (prompt.do === 'say' ? prompt.text : prompt.do)).join(' ')}`;
    case 'dial':
      return `dial: ${step.targets.map((target) => (target.kind === 'client' ? target.identity.replace('staff_', '') : target.number)).join(' + ')}`;
    case 'redirect':
      return `redirect: ${step.hook.endpoint}`;
    default:
      return step.do;
  }
};

const entryOf = ({ kind, reason, staffId }: HistoryEntry): string =>
  [kind, reason, staffId].filter((part) => part !== undefined).join(' ');

const effectOf = (effect: CallEffect): string => {
  switch (effect.effect) {
    case 'redirect':
      return `redirect ${effect.sid.slice(-1)} to ${effect.hook.endpoint}`;
    case 'end':
      return `end ${effect.sid.slice(-1)}`;
    case 'confirm-appointment':
      return `confirm ${effect.appointmentId}`;
    case 'call-no-more':
      return 'call no more';
    case 'errand-over':
      return `over: ${effect.outcome}`;
    case 'save-recording':
      return `save recording for ${effect.departmentId ?? 'nobody'}`;
  }
};

type Start = { snapshot?: RoutingSnapshot; now?: string; state?: CallState };

export const startTrial = ({
  snapshot = billingClinic(),
  now = '2026-11-16T16:00:00Z',
  state,
}: Start = {}) => {
  let current = state ?? newInboundCall('en');
  let at = Temporal.Instant.from(now);
  let scene = snapshot;
  let last: Decision | null = null;
  const history: HistoryEntry[] = [];

  const context = (): CallContext => ({
    callId: 'this-call',
    carrierSid: callerSid,
    clinicNumber: '+13125550100',
    callerName: null,
    snapshot: scene,
    now: at,
  });

  /** @returns what the carrier is told, one line for each verb; null: the fact was refused */
  const tell = (fact: CallFact): string[] | null => {
    last = decideCall(current, fact, context());
    if (last === null) return null;
    current = last.state;
    history.push(...last.history);
    return last.steps.map(lineOf);
  };

  return {
    tell,
    context,
    state: () => current,
    phase: () => current.phase,
    steps: (): VoiceStep[] => last?.steps ?? [],
    effects: (): string[] => last?.effects.map(effectOf) ?? [],
    /** kind, reason and staff of every entry so far */
    story: (): string[] => history.map(entryOf),
    entries: () => history,
    pass: (seconds: number) => {
      at = at.add({ seconds });
    },
    /** from here on the clinic looks like this */
    set: (next: RoutingSnapshot) => {
      scene = next;
    },
    incoming: () => tell({ fact: 'incoming' }),
    press: (digits: string) => tell({ fact: 'keys', digits }),
    silence: () => tell({ fact: 'keys', digits: '' }),
    routeAsked: (digits = '') => tell({ fact: 'route-asked', digits }),
    /** the Dial came back without a conversation */
    nobodyAnswered: (status = 'no-answer') => tell(dialEnded({ status, bridged: false })),
    talkEnded: () => tell(dialEnded({ status: 'completed', bridged: true })),
    dialEnded: (own: Partial<DialEnded>) => tell(dialEnded(own)),
    leg: (
      staffId: string,
      status: Extract<CallFact, { fact: 'staff-leg' }>['status'],
      own: { legSid?: string; via?: Via; turn?: number | null } = {},
    ) =>
      tell({
        fact: 'staff-leg',
        legSid: own.legSid ?? legOf[staffId] ?? outsideSid,
        staffId,
        via: own.via ?? 'portal',
        status,
        turn: own.turn ?? null,
      }),
    recorded: (own: Partial<Extract<CallFact, { fact: 'recording' }>> = {}) =>
      tell({ fact: 'recording', recordingSid, seconds: 7, callerGone: false, ...own }),
    hangsUp: () => tell({ fact: 'call-progress', status: 'completed' }),
  };
};
export type Trial = ReturnType<typeof startTrial>;

const legOf: Record<string, string> = { olivia: oliviaSid, james: jamesSid, daniel: danielSid };

type DialEnded = Extract<CallFact, { fact: 'dial-ended' }>;
const dialEnded = (own: Partial<DialEnded>): DialEnded => ({
  fact: 'dial-ended',
  status: 'no-answer',
  bridged: null,
  legSid: null,
  asker: 'customer',
  callerGone: false,
  ...own,
});

/** The caller has chosen billing and talks with Olivia. */
export const talkingWithOlivia = (start: Start = {}): Trial => {
  const call = startTrial(start);
  call.incoming();
  call.press('1');
  call.leg('olivia', 'in-progress');
  return call;
};

/** Olivia has called a patient from the portal, and they talk. */
export const oliviaTalksOut = (start: Start = {}): Trial => {
  const call = startTrial({ ...start, state: newOutboundCall('en', 'olivia', 'portal', patientNumber) });
  call.tell({ fact: 'outbound-answered', digits: null });
  call.tell({ fact: 'customer-leg', legSid: outsideSid, status: 'in-progress' });
  return call;
};
