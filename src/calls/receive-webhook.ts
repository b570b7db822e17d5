import { createHash } from 'node:crypto';
import { applyFact, type CallDependencies } from './apply-fact.ts';
import { newCallId } from './new-calls.store.ts';
import { findCallOrClinic, type CallAddress } from './carrier-calls.store.ts';
import type { LinkFor } from './call-links.ts';
import type { NewCarrierCall } from './open-call.ts';
import type { CallRow } from './calls.store.ts';
import type { CallFact } from './rules/call-fact.ts';
import { beginsWithCustomer } from './rules/call-state.ts';
import { readWebhook } from './rules/read-webhook.ts';
import { meaningOf } from './rules/script.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type VoiceWebhook = {
  endpoint: string;
  /** query of our own address */
  query: Record<string, string>;
  /** form fields, or for GET the query once more */
  params: Record<string, string>;
  /** the carrier's mark of a repeat */
  idempotencyToken: string | undefined;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const carrierSid = /^CA[0-9a-f]{32}$/;

/** Without the carrier's own mark, the same request is one with the same address and fields: addresses carry a turn. */
const receiptKey = (webhook: VoiceWebhook): string => {
  if (webhook.idempotencyToken !== undefined)
    return `${webhook.endpoint}:${webhook.idempotencyToken}`.slice(0, 200);
  const sorted = (record: Record<string, string>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([webhook.endpoint, sorted(webhook.query), sorted(webhook.params)]);
  return createHash('sha256').update(text).digest('hex');
};

const addressIn = (query: Record<string, string>): CallAddress | null => {
  const { clinic, call } = query;
  return clinic !== undefined && call !== undefined && uuid.test(clinic) && uuid.test(call)
    ? { clinicId: clinic, callId: call }
    : null;
};

type Located = CallAddress & { opens: NewCarrierCall | null };

/** The call a webhook is about; an inbound call we hear of for the first time is to be opened, whatever webhook came first. */
const locate = async (deps: CallDependencies, webhook: VoiceWebhook): Promise<Located | null> => {
  const inQuery = addressIn(webhook.query);
  if (inQuery) return { ...inQuery, opens: null };
  const { CallSid: sid = '', To: to = '', From: from, ForwardedFrom: forwardedFrom } = webhook.params;
  const { call, clinicOfNumber } = await findCallOrClinic(deps.database, sid, to);
  if (call) return { ...call, opens: null };
  const inbound = (webhook.params['Direction'] ?? 'inbound') === 'inbound';
  if (!carrierSid.test(sid) || !inbound || clinicOfNumber === null) return null;
  return {
    clinicId: clinicOfNumber,
    callId: newCallId(),
    opens: { carrierSid: sid, from, to, forwardedFrom },
  };
};

/** Asked only about the first leg of calls that we place. */
const startsOutbound: ReadonlySet<string> = new Set(['outbound', 'script', 'script-keys']);

/** The sid of the call's own first leg, where this webhook is about that one. */
const firstLegOf = ({ endpoint, query, params }: VoiceWebhook): string | null => {
  const own =
    startsOutbound.has(endpoint) ||
    (endpoint === 'status-callback' && query['leg'] === undefined && query['staff'] === undefined);
  const sid = params['CallSid'] ?? '';
  return own && carrierSid.test(sid) ? sid : null;
};

/** A key that confirms is a promise to the patient: whether it can be kept is looked up, and held, before anything is decided. */
const readFact = async (
  { errands }: CallDependencies,
  trx: ClinicTransaction,
  { endpoint, query, params }: VoiceWebhook,
  { carrierSid: sid, state }: CallRow,
  now: Temporal.Instant,
): Promise<CallFact | null> => {
  const call = { carrierSid: sid, beginsWithCustomer: beginsWithCustomer(state) };
  const fact = readWebhook({ endpoint, query, params, call });
  const appointmentId = state.errand?.appointmentId ?? null;
  if (fact?.fact !== 'errand-keys' || appointmentId === null) return fact;
  if (meaningOf(state, fact.digits) !== 'confirm') return fact;
  return { ...fact, mayConfirm: await errands.mayConfirm(trx, appointmentId, now) };
};

/** @returns the document for the carrier, or null when the webhook is about no call of any clinic here */
export const receiveWebhook = async (
  deps: CallDependencies,
  linkFor: LinkFor,
  webhook: VoiceWebhook,
): Promise<string | null> => {
  const address = await locate(deps, webhook);
  if (address === null) return null;
  const result = await applyFact(deps, {
    ...address,
    fact: (call, trx, now) => readFact(deps, trx, webhook, call, now),
    receipt: { key: receiptKey(webhook), endpoint: webhook.endpoint, params: webhook.params },
    firstLegSid: firstLegOf(webhook),
    link: linkFor(address),
  });
  // Now it is there, and found.
  if (result.outcome === 'opened-meanwhile') return receiveWebhook(deps, linkFor, webhook);
  return 'response' in result ? result.response : null;
};
