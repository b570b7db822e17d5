import assert from 'node:assert/strict';
import test from 'node:test';
import { assert as check, property, string } from 'fast-check';
import { readTwiml } from './read-twiml.ts';
import type { Verb } from './verb.ts';

function verbs(inside: string): { verbs: readonly Verb[]; warnings: string[] } {
  const twiml = readTwiml(`<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`);
  assert.ok(twiml.ok, twiml.ok ? '' : twiml.message);
  return { verbs: twiml.verbs, warnings: twiml.warnings.map(({ code, message }) => `${code} ${message}`) };
}

function only(inside: string): Verb {
  const result = verbs(inside);
  assert.deepEqual(result.warnings, []);
  assert.equal(result.verbs.length, 1);
  const [verb] = result.verbs;
  assert.ok(verb);
  return verb;
}

const NO_GATHER = {
  verb: 'Gather',
  dtmf: true,
  speech: false,
  action: null,
  method: 'POST',
  timeout: 5,
  finishOnKey: '#',
  numDigits: null,
  speechTimeout: 5,
  actionOnEmptyResult: false,
  language: 'en-US',
  partialResult: null,
  prompts: [],
};
const NO_DIAL = {
  verb: 'Dial',
  targets: [],
  queue: null,
  action: null,
  timeout: 30,
  timeLimit: 14_400,
  callerId: null,
  answerOnBridge: false,
  sequential: false,
  hangupOnStar: false,
  record: 'do-not-record',
  recordingChannels: 1,
  recordingStatus: null,
};
const NO_RECORD = {
  verb: 'Record',
  action: null,
  method: 'POST',
  timeout: 5,
  finishOnKey: '1234567890*#',
  maxLength: 3600,
  playBeep: true,
  trimSilence: true,
  recordingStatus: null,
  transcribeCallback: null,
};

const cases: readonly [document: string, verb: object][] = [
  ['<Say>Hello</Say>', { verb: 'Say', text: 'Hello', language: 'en-US', voice: 'man', loop: 1 }],
  [
    '<Say language="de-DE" voice="Polly.Vicki" loop="2">Grüß &#71;ott &amp; <break time="1s"/>guten\n  Tag</Say>',
    { verb: 'Say', text: 'Grüß Gott & guten Tag', language: 'de-DE', voice: 'Polly.Vicki', loop: 2 },
  ],
  ['<Say loop="0">x</Say>', { verb: 'Say', text: 'x', language: 'en-US', voice: 'man', loop: 1000 }],
  ['<Say><![CDATA[a < b]]></Say>', { verb: 'Say', text: 'a < b', language: 'en-US', voice: 'man', loop: 1 }],
  ['<Play>/tune.mp3</Play>', { verb: 'Play', url: '/tune.mp3', digits: null, loop: 1 }],
  ['<Play digits="w12#"/>', { verb: 'Play', url: null, digits: 'w12#', loop: 1 }],
  ['<Pause/>', { verb: 'Pause', seconds: 1 }],
  ['<Pause length="7"/>', { verb: 'Pause', seconds: 7 }],
  ['<Gather/>', NO_GATHER],
  [
    '<Gather finishOnKey="" numDigits="4" method="get"/>',
    { ...NO_GATHER, finishOnKey: '', numDigits: 4, method: 'GET' },
  ],
  [
    '<Gather input="dtmf speech" timeout="3" action="/a"><Pause/></Gather>',
    {
      ...NO_GATHER,
      speech: true,
      timeout: 3,
      speechTimeout: 3,
      action: '/a',
      prompts: [{ verb: 'Pause', seconds: 1 }],
    },
  ],
  [
    '<Gather input="speech" speechTimeout="auto"/>',
    { ...NO_GATHER, dtmf: false, speech: true, speechTimeout: 'auto' },
  ],
  ['<Record/>', NO_RECORD],
  [
    '<Record maxLength="300" timeout="10" playBeep="false" finishOnKey="#" trim="do-not-trim" action="/r"/>',
    {
      ...NO_RECORD,
      maxLength: 300,
      timeout: 10,
      playBeep: false,
      finishOnKey: '#',
      trimSilence: false,
      action: '/r',
    },
  ],
  [
    '<Record recordingStatusCallback="/s" recordingStatusCallbackEvent="completed absent"/>',
    { ...NO_RECORD, recordingStatus: { url: '/s', method: 'POST', events: ['completed', 'absent'] } },
  ],
  [
    '<Dial>+13125550101</Dial>',
    {
      ...NO_DIAL,
      targets: [{ kind: 'number', number: '+13125550101', sendDigits: null, whisper: null, status: null }],
    },
  ],
  [
    '<Dial sequential="true" answerOnBridge="true" timeout="20" action="/d"><Number url="/w" method="GET">+1</Number><Sip>sip:a@b</Sip></Dial>',
    {
      ...NO_DIAL,
      sequential: true,
      answerOnBridge: true,
      timeout: 20,
      action: { url: '/d', method: 'POST' },
      targets: [
        {
          kind: 'number',
          number: '+1',
          sendDigits: null,
          whisper: { url: '/w', method: 'GET' },
          status: null,
        },
        { kind: 'sip', uri: 'sip:a@b', whisper: null, status: null },
      ],
    },
  ],
  [
    '<Dial><Client statusCallback="/c" statusCallbackEvent="ringing answered"><Identity>anna</Identity><Parameter name="p" value="1"/></Client></Dial>',
    {
      ...NO_DIAL,
      targets: [
        {
          kind: 'client',
          identity: 'anna',
          parameters: { p: '1' },
          whisper: null,
          status: { url: '/c', method: 'POST', events: ['ringing', 'answered'] },
        },
      ],
    },
  ],
  [
    '<Dial><Queue url="/hello">support</Queue></Dial>',
    { ...NO_DIAL, queue: { name: 'support', announcement: { url: '/hello', method: 'POST' } } },
  ],
  [
    '<Dial record="record-from-answer-dual"><Client>a</Client></Dial>',
    {
      ...NO_DIAL,
      record: 'record-from-answer',
      recordingChannels: 2,
      targets: [{ kind: 'client', identity: 'a', parameters: {}, whisper: null, status: null }],
    },
  ],
  ['<Redirect method="GET">/next</Redirect>', { verb: 'Redirect', url: '/next', method: 'GET' }],
  ['<Hangup/>', { verb: 'Hangup' }],
  ['<Leave/>', { verb: 'Leave' }],
  ['<Reject/>', { verb: 'Reject', reason: 'rejected' }],
  ['<Reject reason="busy"/>', { verb: 'Reject', reason: 'busy' }],
  [
    '<Enqueue waitUrl="/w" action="/a">support</Enqueue>',
    {
      verb: 'Enqueue',
      queue: 'support',
      action: { url: '/a', method: 'POST' },
      wait: { url: '/w', method: 'POST' },
    },
  ],
  [
    '<Sms to="+1">Hi</Sms>',
    { verb: 'Sms', body: 'Hi', to: '+1', from: null, action: null, statusCallback: null },
  ],
  [
    '<Connect action="/end"><ConversationRelay URL="wss://a/b" WelcomeGreeting="Hi" DtmfDetection="true" interruptible="none"><Parameter name="x" value="y"/></ConversationRelay></Connect>',
    {
      verb: 'ConversationRelay',
      url: 'wss://a/b',
      action: { url: '/end', method: 'POST' },
      welcomeGreeting: 'Hi',
      welcomeGreetingInterruptible: true,
      language: 'en-US',
      interruptible: false,
      dtmfDetection: true,
      parameters: { x: 'y' },
    },
  ],
];

for (const [document, expected] of cases) {
  test(`reads ${document}`, () => assert.deepEqual(only(document), expected));
}

const faults: readonly [document: string, left: readonly string[], warning: RegExp][] = [
  ['<Sing>la</Sing><Say>x</Say>', ['Say'], /^12200 <Sing>/],
  ['<say>x</say>', [], /^12200 <say>/],
  ['<Say tempo="2">x</Say>', ['Say'], /^12200 .*"tempo"/],
  ['<Say/>', ['Say'], /^13520 /],
  ['<Gather timeout="soon"/>', ['Gather'], /timeout="soon"/],
  ['<Gather><Dial>+1</Dial></Gather>', ['Gather'], /<Dial> may not stand inside/],
  ['<Dial><Conference>x</Conference></Dial>', ['Dial'], /<Conference>/],
  ['<Connect><Stream url="wss://x"/></Connect>', [], /<Connect>/],
  ['hello', [], /text outside a verb/],
  ['<Dial timeout="-1">+1</Dial>', ['Dial'], /timeout="-1"/],
];

for (const [document, left, warning] of faults) {
  test(`notes the fault in ${document} and goes on`, () => {
    const result = verbs(document);
    assert.deepEqual(
      result.verbs.map(({ verb }) => verb),
      left,
    );
    assert.match(result.warnings.join('\n'), warning);
  });
}

for (const document of [
  '',
  'Hello',
  '{"a":1}',
  '<Response><Say></Response>',
  '<Foo/>',
  '<html><body/></html>',
  '<Response/><Response/>',
]) {
  test(`refuses ${document === '' ? 'an empty document' : document}`, () => {
    const twiml = readTwiml(document);
    assert.ok(!twiml.ok);
    assert.equal(twiml.code, 12100);
  });
}

test('at most ten targets are dialled', () => {
  const result = verbs(`<Dial>${'<Client>a</Client>'.repeat(12)}</Dial>`);
  assert.equal(result.verbs[0]?.verb === 'Dial' && result.verbs[0].targets.length, 10);
  assert.match(result.warnings.join(), /first 10/);
});

test('no text can break the reader', () => {
  check(property(string(), (text) => typeof readTwiml(text).ok === 'boolean'));
  check(property(string(), (text) => typeof readTwiml(`<Response>${text}</Response>`).ok === 'boolean'));
});
