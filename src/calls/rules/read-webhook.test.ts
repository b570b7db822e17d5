import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CallFact } from './call-fact.ts';
import { callerSid, oliviaSid, recordingSid } from './call-on-trial.ts';
import { readWebhook } from './read-webhook.ts';

const staff = '0192f0c0-1111-7000-8000-000000000001';
type Fields = Record<string, string>;

const read = (
  endpoint: string,
  params: Fields = {},
  query: Fields = {},
  beginsWithCustomer = true,
): CallFact | null =>
  readWebhook({
    endpoint,
    query,
    params: { CallSid: callerSid, CallStatus: 'in-progress', ...params },
    call: { carrierSid: callerSid, beginsWithCustomer },
  });

const dialEnded = (own: Partial<Extract<CallFact, { fact: 'dial-ended' }>>) => ({
  fact: 'dial-ended',
  status: 'completed',
  bridged: null,
  legSid: null,
  asker: 'customer',
  callerGone: false,
  ...own,
});
const recording = (seconds: number, callerGone = false) => ({
  fact: 'recording',
  recordingSid,
  seconds,
  callerGone,
});
const leg = (own: object) => ({
  fact: 'staff-leg',
  legSid: oliviaSid,
  staffId: staff,
  via: 'portal',
  status: 'ringing',
  turn: 4,
  ...own,
});

const cases: [title: string, fact: CallFact | null, expected: unknown][] = [
  ['keys', read('ivr-gather', { Digits: '1' }), { fact: 'keys', digits: '1' }],
  ['silence', read('ivr-gather'), { fact: 'keys', digits: '' }],
  [
    'keys with nonsense around them',
    read('ivr-gather', { Digits: ' 1<x>#\u0000' }),
    { fact: 'keys', digits: '1#' },
  ],
  [
    'a thousand keys',
    read('ivr-gather', { Digits: '9'.repeat(1000) }),
    { fact: 'keys', digits: '9'.repeat(32) },
  ],
  ['a key while waiting', read('route-to-staff', { Digits: '1' }), { fact: 'route-asked', digits: '1' }],
  [
    'the end of a Dial',
    read('call-status', { DialCallStatus: 'no-answer', DialBridged: 'false', DialCallSid: oliviaSid }),
    dialEnded({ status: 'no-answer', bridged: false, legSid: oliviaSid }),
  ],
  [
    'a conversation over',
    read('call-status', { DialCallStatus: 'answered', DialBridged: 'true' }),
    dialEnded({ bridged: true }),
  ],
  [
    'a Dial with an unknown end',
    read('call-status', { DialCallStatus: 'exploded', DialCallSid: 'x' }),
    dialEnded({ status: 'failed' }),
  ],
  [
    'a Dial whose caller has gone',
    read('call-status', { DialCallStatus: 'canceled', CallStatus: 'completed' }),
    dialEnded({ status: 'canceled', callerGone: true }),
  ],
  [
    'a Dial of the staff member’s leg, outbound',
    read('call-status', { DialCallStatus: 'completed' }, {}, false),
    dialEnded({ asker: 'staff' }),
  ],
  [
    'a Dial of a transferred customer, outbound',
    read('call-status', { CallSid: oliviaSid, DialCallStatus: 'completed' }, {}, false),
    dialEnded({}),
  ],
  [
    'progress of the call',
    read('status-callback', { CallStatus: 'completed' }),
    { fact: 'call-progress', status: 'completed' },
  ],
  [
    'progress of the call at the other address',
    read('call-status', { CallStatus: 'ringing' }),
    { fact: 'call-progress', status: 'ringing' },
  ],
  [
    'progress in other words',
    read('status-callback', { CallStatus: 'answered' }),
    { fact: 'call-progress', status: 'in-progress' },
  ],
  ['progress unknown to us', read('status-callback', { CallStatus: 'dreaming' }), null],
  [
    'progress of somebody else’s call',
    read('status-callback', { CallSid: oliviaSid, CallStatus: 'completed' }),
    null,
  ],
  [
    'a staff leg',
    read(
      'status-callback',
      { CallSid: oliviaSid, CallStatus: 'ringing' },
      { staff, via: 'portal', turn: '4' },
    ),
    leg({}),
  ],
  [
    'a staff leg on a phone',
    read('status-callback', { CallSid: oliviaSid, CallStatus: 'busy' }, { staff, via: 'phone', turn: '4' }),
    leg({ via: 'phone', status: 'busy' }),
  ],
  [
    'a staff leg with a turn that is none',
    read('status-callback', { CallSid: oliviaSid, CallStatus: 'ringing' }, { staff, turn: '1e9' }),
    leg({ turn: null }),
  ],
  [
    'a staff leg of nobody',
    read('status-callback', { CallSid: oliviaSid, CallStatus: 'ringing' }, { staff: "'; --" }),
    null,
  ],
  [
    'a leg without a sid',
    read('status-callback', { CallSid: 'CA1', CallStatus: 'ringing' }, { staff }),
    null,
  ],
  [
    'the leg outside',
    read('status-callback', { CallSid: oliviaSid, CallStatus: 'in-progress' }, { leg: 'customer' }),
    { fact: 'customer-leg', legSid: oliviaSid, status: 'in-progress' },
  ],
  [
    'a message, by the action',
    read('voicemail', { RecordingSid: recordingSid, RecordingDuration: '7' }),
    recording(7),
  ],
  [
    'a message, its sid in the address only',
    read('voicemail', { RecordingUrl: `https://x/Recordings/${recordingSid}`, RecordingDuration: '7' }),
    recording(7),
  ],
  [
    'a message whose caller has hung up',
    read('voicemail', { RecordingSid: recordingSid, RecordingDuration: '7', Digits: 'hangup' }),
    recording(7, true),
  ],
  [
    'a message of absurd length',
    read('voicemail', { RecordingSid: recordingSid, RecordingDuration: '1e99' }),
    recording(1),
  ],
  [
    'a message of negative length',
    read('voicemail', { RecordingSid: recordingSid, RecordingDuration: '-5' }),
    recording(0),
  ],
  ['no message', read('voicemail'), { fact: 'voicemail-asked' }],
  [
    'a message with a sid that is none',
    read('voicemail', { RecordingSid: '../../etc' }),
    { fact: 'voicemail-asked' },
  ],
  [
    'a recording ready',
    read('recording-status', {
      RecordingSid: recordingSid,
      RecordingDuration: '9',
      RecordingStatus: 'completed',
    }),
    recording(9),
  ],
  [
    'a recording failed',
    read('recording-status', { RecordingSid: recordingSid, RecordingStatus: 'failed' }),
    null,
  ],
  ['our telephone answered', read('outbound'), { fact: 'outbound-answered', digits: null }],
  [
    'our telephone asked and silent',
    read('outbound', {}, { asked: '1' }),
    { fact: 'outbound-answered', digits: '' },
  ],
  [
    'the whisper',
    read('whisper', { CallSid: oliviaSid }, { staff }),
    { fact: 'whisper-asked', staffId: staff },
  ],
  [
    'the whisper accepted',
    read('whisper-answer', { CallSid: oliviaSid, Digits: '1' }, { staff }),
    { fact: 'whisper-answered', legSid: oliviaSid, staffId: staff, digits: '1' },
  ],
  [
    'out of the queue',
    read('queue-left', { QueueResult: 'redirected' }),
    { fact: 'queue-left', result: 'redirected', callerGone: false },
  ],
  [
    'gone from the queue',
    read('queue-left', { QueueResult: 'hangup' }),
    { fact: 'queue-left', result: 'hangup', callerGone: true },
  ],
  [
    'nobody found in the queue',
    read('staff-left', { DialCallStatus: 'no-answer', DialBridged: 'false' }),
    { fact: 'staff-left', bridged: false },
  ],
  [
    'talked from the queue',
    read('staff-left', { DialCallStatus: 'completed' }),
    { fact: 'staff-left', bridged: true },
  ],
  ['the fallback', read('fallback'), { fact: 'trouble' }],
];

describe('what a webhook says', () => {
  for (const [title, fact, expected] of cases) test(title, () => assert.deepEqual(fact, expected));
});

const endpoints = fc.constantFrom(
  'incoming',
  'fallback',
  'ivr-gather',
  'route-to-staff',
  'ai-gather',
  'voicemail',
  'recording-status',
  'call-status',
  'status-callback',
  'whisper',
  'whisper-answer',
  'outbound',
  'script',
  'script-keys',
  'hold-staff',
  'hold-customer',
  'take-back',
  'queue-left',
  'staff-left',
  'unheard-of',
  '__proto__',
);
const names = fc.constantFrom(
  'CallSid',
  'CallStatus',
  'Digits',
  'DialCallStatus',
  'DialCallSid',
  'DialBridged',
  'RecordingSid',
  'RecordingUrl',
  'RecordingDuration',
  'RecordingStatus',
  'QueueResult',
  'staff',
  'via',
  'leg',
  'turn',
  'asked',
  '__proto__',
);
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    'completed',
    'in-progress',
    'answered',
    'hangup',
    'true',
    '1',
    '-1',
    '1e400',
    'NaN',
    '٣',
    callerSid,
    oliviaSid,
    recordingSid,
    `${recordingSid}\n`,
    staff,
    `${staff}x`,
    'x'.repeat(70_000),
  ),
);
const fields = fc.dictionary(names, values, { maxKeys: 10 });

test('garbage never throws and never becomes an absurd value', () => {
  const sid = /^CA[0-9a-f]{32}$/;
  const uuid = /^[0-9a-f-]{36}$/;
  fc.assert(
    fc.property(endpoints, fields, fields, fc.boolean(), (endpoint, params, query, beginsWithCustomer) => {
      const fact = readWebhook({
        endpoint,
        params,
        query,
        call: { carrierSid: callerSid, beginsWithCustomer },
      });
      if (fact === null) return;
      assert.deepEqual(JSON.parse(JSON.stringify(fact)), fact);
      assert.ok(JSON.stringify(fact).length < 300, 'nothing long gets in');
      if ('digits' in fact && fact.digits !== null) assert.match(fact.digits, /^[0-9*#A-D]{0,32}$/);
      if ('seconds' in fact)
        assert.ok(Number.isInteger(fact.seconds) && fact.seconds >= 0 && fact.seconds <= 36_000);
      if ('recordingSid' in fact) assert.match(fact.recordingSid, /^RE[0-9a-f]{32}$/);
      if ('turn' in fact && fact.turn !== null) assert.ok(Number.isSafeInteger(fact.turn) && fact.turn >= 0);
      if (fact.fact === 'staff-leg' || fact.fact === 'customer-leg') assert.match(fact.legSid, sid);
      if (fact.fact === 'dial-ended' && fact.legSid !== null) assert.match(fact.legSid, sid);
      if (fact.fact === 'staff-leg') assert.match(fact.staffId, uuid);
      if (fact.fact === 'whisper-asked' && fact.staffId !== '') assert.match(fact.staffId, uuid);
      if (fact.fact === 'whisper-answered' && fact.staffId !== '') {
        assert.match(fact.staffId, uuid);
        assert.match(fact.legSid, sid);
      }
    }),
    { numRuns: 3000 },
  );
});
