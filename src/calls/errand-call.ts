import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { adoptCarrierSid } from './carrier-calls.store.ts';
import { deleteUnplaced, selectKnownLegs, selectPlaced } from './errand-calls.store.ts';
import { insertCall, newCallId } from './new-calls.store.ts';
import { newErrandCall } from './rules/call-state.ts';
import type { Errand } from './rules/errand.ts';

export type ErrandCall = {
  from: string;
  to: string;
  person: { id: string; name: string };
  language: Language;
  errand: Errand;
  /** the workflow that wants it, for the story, with its version and the number of the step */
  workflow: { name: string; version?: number | undefined; step?: number | undefined };
};

/**
 * Enters a call that the clinic is about to make by itself: it stands in the log before the carrier knows of it, so that
 * its first webhook finds it, whatever becomes of the worker that dials.
 * @returns its id
 */
export const enterErrandCall = async (
  trx: ClinicTransaction,
  { from, to, person, language, errand, workflow }: ErrandCall,
  now: Temporal.Instant,
): Promise<string> => {
  const id = newCallId();
  const call = {
    id,
    carrierSid: `pending-${id}`,
    fromNumber: from,
    toNumber: to,
    forwardedFrom: null,
    language,
    callerName: person.name,
    patientId: person.id,
    leadId: null,
  };
  const { name, version, step } = workflow;
  const detail = version === undefined || step === undefined ? {} : { version, step };
  const story = [{ kind: 'called', reason: '', detail: { label: name, ...detail } }];
  await insertCall(trx, call, newErrandCall(language, errand), now, story);
  await announce(trx, 'calls', id);
  return id;
};

/** Whether the carrier has told of this call already; null: it does not stand in the log any more. */
export const findErrandCall = (
  trx: ClinicTransaction,
  callId: string,
): Promise<{ sid: string | null; over: boolean } | null> => selectPlaced(trx, callId);

/** The carrier has this call under that name. */
export const nameErrandCall = (trx: ClinicTransaction, callId: string, sid: string): Promise<void> =>
  adoptCarrierSid(trx, callId, sid);

/** The first of these calls at the carrier that is none of those we know. */
export const firstUnknown = async (
  trx: ClinicTransaction,
  sids: readonly string[],
): Promise<string | null> => {
  const known = await selectKnownLegs(trx, sids);
  return sids.find((sid) => !known.has(sid)) ?? null;
};

/** Takes a call out of the log that was certainly never placed. @returns false: the carrier has told of it meanwhile */
export const dropErrandCall = async (trx: ClinicTransaction, callId: string): Promise<boolean> => {
  const dropped = await deleteUnplaced(trx, callId);
  if (dropped) await announce(trx, 'calls', callId);
  return dropped;
};
