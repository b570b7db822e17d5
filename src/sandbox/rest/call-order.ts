import type { PlaceCall } from '../calls/place-call.ts';
import { atUrl, type Source } from '../calls/source.ts';
import type { NumberStore } from '../records/number-store.ts';
import type { Form } from './form.ts';
import { toE164 } from './phone-number.ts';
import { badRequest } from './rest-error.ts';

const INVALID_PARAMETER = 20001;
const NO_TO = 21201;
const INVALID_URL = 21205;
const INVALID_SEND_DIGITS = 21206;
const INVALID_TIMEOUT = 21208;
const INVALID_METHOD = 21209;
const FROM_NOT_VERIFIED = 21210;
const INVALID_TO = 21211;
const NO_FROM = 21213;
const INVALID_STATUS_EVENT = 21626;
const TWIML_TOO_LARGE = 32018;
const LARGEST_TWIML = 4000;
const LONGEST_CALL_SECONDS = 14_400;

type Callback = { readonly url: string; readonly method: 'GET' | 'POST' };

/** Reads the form that places a call; throws the carrier's error for what cannot be carried out. */
export function readCallOrder(form: Form, numbers: NumberStore): PlaceCall {
  const to = readTo(form);
  const from = readFrom(form, numbers);
  const source = readSource(form);
  if (!source) throw badRequest(INVALID_URL, 'Url or Twiml is required');
  const sendDigits = form.text('SendDigits');
  if (sendDigits !== null && !/^[0-9#*wW]+$/.test(sendDigits)) {
    throw badRequest(INVALID_SEND_DIGITS, 'SendDigits may hold digits, #, * and w');
  }
  return {
    to,
    from,
    source,
    sendDigits,
    status: readStatus(form),
    fallback: callback(form, 'FallbackUrl', 'FallbackMethod'),
    timeoutSeconds: form.whole('Timeout', 60, { min: 1, max: 600, code: INVALID_TIMEOUT }),
    timeLimitSeconds: form.whole('TimeLimit', LONGEST_CALL_SECONDS, {
      min: 1,
      max: LONGEST_CALL_SECONDS,
      code: INVALID_TIMEOUT,
    }),
    machineDetection: form.oneOf('MachineDetection', ['Enable', 'DetectMessageEnd'], INVALID_PARAMETER),
    asyncAmd: form.flag('AsyncAmd') ? callback(form, 'AsyncAmdStatusCallback') : null,
    record: form.flag('Record') ? readRecord(form) : null,
    callerName: null,
  };
}

/** The document that the form names by its address or brings along; null when it does neither. */
export function readSource(form: Form): Source | null {
  const url = form.url('Url', INVALID_URL);
  if (url !== null) return atUrl({ url, method: form.method('Method', 'POST', INVALID_METHOD) });
  const text = form.text('Twiml');
  if (text === null) return null;
  if (text.length > LARGEST_TWIML) throw badRequest(TWIML_TOO_LARGE, 'Twiml is longer than 4000 characters');
  return { kind: 'twiml', text };
}

function readTo(form: Form): string {
  const text = form.text('To');
  if (text === null) throw badRequest(NO_TO, "No 'To' number is specified");
  if (/^(client|sip):\S+$/.test(text)) return text;
  const number = toE164(text);
  if (number === null) throw badRequest(INVALID_TO, "The 'To' number is not a valid phone number");
  return number;
}

function readFrom(form: Form, numbers: NumberStore): string {
  const text = form.text('From');
  if (text === null) throw badRequest(NO_FROM, "No 'From' number is specified");
  if (/^client:\S+$/.test(text)) return text;
  const number = toE164(text);
  if (number !== null && numbers.byPhoneNumber(number)) return number;
  throw badRequest(FROM_NOT_VERIFIED, "The 'From' number is not a number of the account");
}

function readStatus(form: Form): PlaceCall['status'] {
  const address = callback(form, 'StatusCallback');
  if (!address) return null;
  const events = ['initiated', 'ringing', 'answered', 'completed'] as const;
  return {
    ...address,
    events: form.several('StatusCallbackEvent', events, ['completed'], INVALID_STATUS_EVENT),
  };
}

function readRecord(form: Form): NonNullable<PlaceCall['record']> {
  const address = callback(form, 'RecordingStatusCallback');
  const events = ['in-progress', 'completed', 'absent'] as const;
  const chosen = form.several('RecordingStatusCallbackEvent', events, ['completed'], INVALID_STATUS_EVENT);
  return {
    channels: form.text('RecordingChannels') === 'dual' ? 2 : 1,
    status: address ? { ...address, events: chosen } : null,
  };
}

function callback(form: Form, name: string, methodName = `${name}Method`): Callback | null {
  const url = form.url(name, INVALID_URL);
  return url === null ? null : { url, method: form.method(methodName, 'POST', INVALID_METHOD) };
}
