import { isLegStatus, isOver, type LegStatus } from '../../ports/carrier/leg-status.ts';
import type { CallFact } from './call-fact.ts';

/** One request of the carrier about a call, as far as it matters: query of our own address, and form fields. */
export type WebhookInput = {
  endpoint: string;
  query: Record<string, string>;
  params: Record<string, string>;
  /** the sid of its first leg as we know it, and whose that is */
  call: { carrierSid: string; beginsWithCustomer: boolean };
};

const sidPattern = /^CA[0-9a-f]{32}$/;
const sidIn = (value: string | undefined): string | null =>
  value !== undefined && sidPattern.test(value) ? value : null;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Our own addresses name the staff member; anything else there is nobody of ours ('', whom no call rings). */
const staffIn = ({ query }: WebhookInput): string =>
  query['staff'] !== undefined && uuid.test(query['staff']) ? query['staff'] : '';

const turnIn = ({ query }: WebhookInput): number | null =>
  query['turn'] !== undefined && /^[0-9]{1,6}$/.test(query['turn']) ? Number(query['turn']) : null;

/** Longer input than any menu takes is somebody playing; the rest is dropped before it gets anywhere. */
const digitsOf = (params: Record<string, string>): string =>
  (params['Digits'] ?? '').replace(/[^0-9*#A-D]/g, '').slice(0, 32);

const callerGone = (params: Record<string, string>): boolean =>
  isOver(params['CallStatus'] ?? '') || params['Digits'] === 'hangup';

/** Twilio says "answered" where it lists events and "in-progress" where it reports them; some carriers mix them up. */
const legStatusOf = (value: string | undefined): LegStatus | null => {
  if (value === 'answered') return 'in-progress';
  return value !== undefined && isLegStatus(value) ? value : null;
};

const recordingOf = (params: Record<string, string>): CallFact | null => {
  const sid = params['RecordingSid'] ?? /\/(RE[0-9a-f]{32})/.exec(params['RecordingUrl'] ?? '')?.[1];
  if (sid === undefined || !/^RE[0-9a-f]{32}$/.test(sid)) return null;
  const seconds = Number.parseInt(params['RecordingDuration'] ?? '0', 10);
  return {
    fact: 'recording',
    recordingSid: sid,
    seconds: Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 36_000) : 0,
    callerGone: callerGone(params),
  };
};

const dialEnded = ({ params, call }: WebhookInput): Extract<CallFact, { fact: 'dial-ended' }> => {
  const firstLeg = params['CallSid'] === call.carrierSid;
  const { DialBridged: bridged, DialCallStatus: status } = params;
  return {
    fact: 'dial-ended',
    // Here "answered" is one of the ways a Dial ends.
    status: status === 'answered' ? 'completed' : (legStatusOf(status) ?? 'failed'),
    bridged: bridged === undefined ? null : bridged === 'true',
    legSid: sidIn(params['DialCallSid']),
    asker: firstLeg === call.beginsWithCustomer ? 'customer' : 'staff',
    callerGone: callerGone(params),
  };
};

const progress = (input: WebhookInput): CallFact | null => {
  const status = legStatusOf(input.params['CallStatus']);
  if (status === null) return null;
  const legSid = sidIn(input.params['CallSid']);
  if (legSid === null) return null;
  const { staff, via, leg } = input.query;
  if (staff !== undefined) {
    const staffId = staffIn(input);
    if (staffId === '') return null;
    return {
      fact: 'staff-leg',
      legSid,
      staffId,
      via: via === 'phone' ? 'phone' : 'portal',
      status,
      turn: turnIn(input),
    };
  }
  if (leg !== undefined) return { fact: 'customer-leg', legSid, status };
  return legSid === input.call.carrierSid ? { fact: 'call-progress', status } : null;
};

/** What the carrier's detection says. A fax is a machine; where it is not sure, nothing is said that only a person may hear. */
const answererIn = ({ AnsweredBy: by }: Record<string, string>): 'person' | 'machine' | null => {
  if (by === undefined || by === 'unknown') return null;
  return by === 'human' ? 'person' : 'machine';
};

/**
 * What a webhook says, as a fact about the call. Null: nothing that concerns us (a recording that failed, a status
 * we do not know); it is kept and answered all the same.
 */
export const readWebhook = (input: WebhookInput): CallFact | null => {
  const { endpoint, query, params } = input;
  switch (endpoint) {
    case 'incoming':
      return { fact: 'incoming' };
    case 'ivr-gather':
      return { fact: 'keys', digits: digitsOf(params) };
    case 'ai-gather':
      return { fact: 'assistant-asked' };
    case 'route-to-staff':
      return { fact: 'route-asked', digits: digitsOf(params) };
    case 'voicemail':
      return recordingOf(params) ?? { fact: 'voicemail-asked' };
    case 'recording-status':
      return (params['RecordingStatus'] ?? 'completed') === 'completed' ? recordingOf(params) : null;
    case 'call-status':
      return params['DialCallStatus'] === undefined ? progress(input) : dialEnded(input);
    case 'status-callback':
      return progress(input);
    case 'outbound':
      return { fact: 'outbound-answered', digits: query['asked'] === undefined ? null : digitsOf(params) };
    case 'script':
      return { fact: 'script-asked', by: answererIn(params) };
    case 'script-keys':
      return { fact: 'errand-keys', digits: digitsOf(params), mayConfirm: false };
    case 'whisper-answer': {
      const legSid = sidIn(params['CallSid']);
      return {
        fact: 'whisper-answered',
        legSid: legSid ?? '',
        staffId: legSid === null ? '' : staffIn(input),
        digits: digitsOf(params),
      };
    }
    case 'queue-left':
      return {
        fact: 'queue-left',
        result: (params['QueueResult'] ?? '').slice(0, 40),
        callerGone: callerGone(params) || params['QueueResult'] === 'hangup',
      };
    case 'whisper':
      return { fact: 'whisper-asked', staffId: staffIn(input) };
    case 'staff-left': {
      const ended = dialEnded(input);
      return { fact: 'staff-left', bridged: ended.bridged ?? ended.status === 'completed' };
    }
    case 'hold-staff':
    case 'hold-customer':
    case 'take-back':
      return { fact: 'document-asked', which: endpoint };
    default:
      return { fact: 'trouble' };
  }
};
