import type { Hook, VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { RoutingSnapshot } from '../../routing/rules/routing-snapshot.ts';
import type { CallState } from './call-state.ts';
import type { ErrandOutcome } from './errand.ts';

/** What an errand wants done in the same transaction. */
export type ErrandEffect =
  | { effect: 'confirm-appointment'; appointmentId: string }
  /** they pressed the key for it */
  | { effect: 'call-no-more' }
  | { effect: 'errand-over'; orderId: string; outcome: ErrandOutcome; reason: string | null };

/** Work for after the transaction, or beside it. */
export type CallEffect =
  | ErrandEffect
  | { effect: 'redirect'; sid: string; hook: Hook }
  | { effect: 'end'; sid: string }
  | { effect: 'save-recording'; recordingSid: string; seconds: number; departmentId: string | null };

/** What was decided and why: one row of call_routing_history. */
export type HistoryEntry = {
  kind: string;
  reason: string;
  staffId?: string;
  detail?: Record<string, string | number | null>;
};

export type Decision = {
  state: CallState;
  steps: VoiceStep[];
  history: HistoryEntry[];
  effects: CallEffect[];
};

/** What a decision may look at besides the call's own state. */
export type CallContext = {
  callId: string;
  /** sid of the call's first leg */
  carrierSid: string;
  /** the clinic's number that was called, or from which an outbound call is made; E.164 */
  clinicNumber: string;
  callerName: string | null;
  snapshot: RoutingSnapshot;
  now: Temporal.Instant;
};

export const decide = (state: CallState, parts: Partial<Omit<Decision, 'state'>> = {}): Decision => ({
  state,
  steps: parts.steps ?? [],
  history: parts.history ?? [],
  effects: parts.effects ?? [],
});

/** The same decision with entries put before its own. */
export const after = (history: HistoryEntry[], decision: Decision): Decision => ({
  ...decision,
  history: [...history, ...decision.history],
});

/** The address of the next question about this call. The turn makes it differ from every earlier one. */
export const hook = (state: CallState, endpoint: string, query: Record<string, string> = {}): Hook => ({
  endpoint,
  query: { turn: String(state.turn + 1), ...query },
});

/** The leg that asks for documents. */
export const leadSid = (state: CallState, context: CallContext): string =>
  state.leadSid ?? context.carrierSid;

export const departmentName = (context: CallContext, departmentId: string | null): string | null =>
  context.snapshot.departments.find((department) => department.id === departmentId)?.name ?? null;

/** How the carrier's softphone names a staff member. Letters, digits and underscores only, as Twilio demands. */
export const identityOf = (staffId: string): string => `staff_${staffId.replaceAll('-', '')}`;
