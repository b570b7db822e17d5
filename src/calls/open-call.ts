import { languageSchema } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { factsOf, matchCaller } from '../patients/match-caller.ts';
import { loadRouting } from '../routing/load-routing.ts';
import { callerLanguage } from '../routing/rules/caller-language.ts';
import type { RoutingSnapshot } from '../routing/rules/routing-snapshot.ts';
import type { CallRow } from './calls.store.ts';
import type { NewCall } from './new-calls.store.ts';
import { newInboundCall } from './rules/call-state.ts';

/** An inbound call in the carrier's words. */
export type NewCarrierCall = {
  carrierSid: string;
  from: string | undefined;
  to: string;
  forwardedFrom: string | undefined;
};

const e164 = /^\+[1-9][0-9]{4,14}$/;
const e164Or = <T>(number: string | undefined, otherwise: T): string | T =>
  number !== undefined && e164.test(number) ? number : otherwise;

/** A call that nobody has entered yet: what would be stored of it, and the routing that was read for it. */
export type OpenedCall = { call: CallRow; entry: NewCall; snapshot: RoutingSnapshot };

/** An inbound call that we hear of for the first time. The caller's own language wins over the clinic's where the clinic speaks it. */
export const openCall = async (
  trx: ClinicTransaction,
  callId: string,
  { carrierSid, from, to, forwardedFrom }: NewCarrierCall,
  now: Temporal.Instant,
): Promise<OpenedCall> => {
  const fromNumber = e164Or(from, 'anonymous');
  // Both at once: the caller waits for one answer of the database, not for two.
  const [match, snapshot] = await Promise.all([matchCaller(trx, fromNumber, now), loadRouting(trx, to, now)]);
  if (!snapshot) throw new Error('the clinic has no call settings');
  const language = callerLanguage(languageSchema.nullable().parse(match.language), snapshot);
  // What nobody asks for is not kept with the call.
  const asksWho = snapshot.settings.callerRules.length > 0;
  const { name: callerName, patientId, leadId } = match;
  const known = { id: callId, carrierSid, fromNumber, toNumber: to, callerName };
  return {
    call: {
      ...known,
      patientId,
      leadId,
      startedAt: now,
      direction: 'inbound',
      state: newInboundCall(language, asksWho ? factsOf(match) : null),
    },
    entry: { ...known, forwardedFrom: e164Or(forwardedFrom, null), language, patientId, leadId },
    snapshot,
  };
};
