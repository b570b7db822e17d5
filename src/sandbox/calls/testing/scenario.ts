import { manualClock } from '../../clock.ts';
import { loadBadDay } from '../../bad-day/bad-day.ts';
import { openStore } from '../../records/store.ts';
import { loadSettings } from '../../settings.ts';
import { newSid } from '../../sid.ts';
import type { CallDocument, Parameters } from '../../webhooks/webhook-client.ts';
import { addressOf } from '../device.ts';
import { createCallEngine } from '../engine.ts';
import type { Leg } from '../leg.ts';
import { TestPhone } from './test-phone.ts';

/** A clock that stands still and knows how many are waiting for it. */
function countingClock() {
  const clock = manualClock(START);
  let waiting = 0;
  return {
    ...clock,
    waiting: () => waiting,
    sleep: async (ms: number, signal?: AbortSignal) => {
      waiting += 1;
      await clock.sleep(ms, signal).finally(() => {
        waiting -= 1;
      });
    },
  };
}

/** A request the customer's server got: its path, and every parameter. */
export type Asked = { readonly path: string; readonly parameters: Parameters };

/** What the customer's server answers at a path: a document's inside, or nothing usable. */
export type Answer = string | null | ((parameters: Parameters) => string | null);

const CLINIC = '+13125550100';
const START = Date.UTC(2026, 10, 21, 10);

/**
 * A carrier with a clock that stands still, telephones made of events, and a customer's server made of a
 * table: `answers['/voice']` is the inside of the `<Response>` that the number's voice URL gives.
 */
export function scenario(answers: Record<string, Answer>) {
  const clock = countingClock();
  const store = openStore(':memory:', START);
  const asked: Asked[] = [];
  const told: Asked[] = [];
  const phones = new Map<string, TestPhone>();
  store.numbers.insert(clinicNumber());
  const badDay = loadBadDay(store.settings);
  const engine = createCallEngine({
    account: { accountSid: newSid('AC'), authToken: 'token', createdAt: START },
    badDay,
    baseUrl: () => 'https://carrier.example',
    clock,
    store,
    settings: loadSettings(store.settings),
    audio: (url) => Promise.resolve(url.endsWith('.mp3') ? { ms: 7000, caption: null } : null),
    sendSms: () => ({ sid: newSid('SM'), status: 'queued' }),
    ring: (_leg, target) => {
      const phone = phones.get(addressOf(target));
      return phone ? { kind: 'rings', device: phone } : { kind: 'refused', status: 'failed', afterMs: 100 };
    },
    webhooks: {
      fetchDocument: (request) => {
        const parameters = { ...request.parameters, ...request.extra };
        asked.push({ path: pathOf(request.url), parameters });
        return Promise.resolve(documentFor(answers[pathOf(request.url)], request.url, parameters));
      },
      postStatus: ({ url, parameters }) => {
        told.push({ path: pathOf(url), parameters });
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    },
  });
  return {
    engine,
    badDay,
    clock,
    store,
    /** Documents asked for, in order. */
    asked,
    /** Callbacks sent, in order. */
    told,
    phone: (address: string): TestPhone => {
      const phone = new TestPhone(address, engine);
      phones.set(address, phone);
      return phone;
    },
    /** Lets a phone call the clinic and everything that is due at once happen. */
    call: async (phone: TestPhone, forwardedFrom: string | null = null): Promise<Leg> => {
      const leg = engine.dial(phone, { to: CLINIC, forwardedFrom, callerName: null });
      if (!leg) throw new Error('The clinic has no number.');
      phone.leg = leg;
      await clock.advance(0);
      return leg;
    },
    seconds: (seconds: number) => clock.advance(seconds * 1000),
    /** The last request at a path. */
    last: (path: string): Parameters | undefined =>
      [...asked, ...told].findLast((request) => request.path === path)?.parameters,
  };
}

function pathOf(url: string): string {
  const { origin, pathname } = new URL(url);
  if (origin !== 'https://clinic.example') throw new Error(`Nobody serves ${url}.`);
  return pathname;
}

function documentFor(answer: Answer | undefined, url: string, parameters: Parameters): CallDocument {
  const inside = typeof answer === 'function' ? answer(parameters) : answer;
  if (inside === undefined || inside === null)
    return { kind: 'error', url, code: 11200, message: 'No answer' };
  if (inside.startsWith('raw:')) return { kind: 'twiml', url, text: inside.slice(4) };
  return { kind: 'twiml', url, text: `<?xml version="1.0"?><Response>${inside}</Response>` };
}

function clinicNumber() {
  return {
    sid: newSid('PN'),
    phoneNumber: CLINIC,
    friendlyName: 'Clinic',
    voiceUrl: 'https://clinic.example/voice',
    voiceMethod: 'POST',
    voiceFallbackUrl: null,
    voiceFallbackMethod: 'POST',
    statusCallback: 'https://clinic.example/status',
    statusCallbackMethod: 'POST',
    smsUrl: null,
    smsMethod: 'POST',
    smsFallbackUrl: null,
    smsFallbackMethod: 'POST',
    createdAt: START,
    updatedAt: START,
  } as const;
}
