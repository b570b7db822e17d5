import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import type { Hook, VoiceStep } from '../voice-steps.ts';
import { renderTwiml } from './render-twiml.ts';

const link = ({ endpoint, query }: Hook): string =>
  `https://desk.example/api/twilio/voice/${endpoint}?${new URLSearchParams(query).toString()}`;
const to = (endpoint: string, query: Record<string, string> = { turn: '3', call: 'x' }): Hook => ({
  endpoint,
  query,
});
const at = (endpoint: string): string => link(to(endpoint));

/** A verb as the carrier reads it. */
type Verb = { verb: string; attributes: Record<string, string>; text: string; inside: Verb[] };
type Node = Record<string, unknown> & { ':@'?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
});

const verbOf = (node: Node): Verb => {
  const verb = Object.keys(node).find((key) => key !== ':@') ?? '';
  const inside = (node[verb] ?? []) as Node[];
  return {
    verb,
    attributes: node[':@'] ?? {},
    text: inside.flatMap((child) => ('#text' in child ? [String(child['#text'])] : [])).join(''),
    inside: inside.filter((child) => !('#text' in child)).map(verbOf),
  };
};

const read = (steps: VoiceStep[]): Verb[] => {
  const document = (parser.parse(renderTwiml(steps, link)) as Node[]).map(verbOf);
  const response = document.find(({ verb }) => verb === 'Response');
  assert.ok(response);
  return response.inside;
};
const one = (step: VoiceStep): Verb => {
  const [verb, ...more] = read([step]);
  assert.ok(verb);
  assert.deepEqual(more, []);
  return verb;
};
const plain = (verb: string, attributes: Record<string, string>, text = ''): Verb => ({
  verb,
  attributes,
  text,
  inside: [],
});
const events = { statusCallbackEvent: 'initiated ringing answered completed', statusCallbackMethod: 'POST' };

const cases: [title: string, step: VoiceStep, expected: Verb][] = [
  [
    'English',
    { do: 'say', text: 'Hello.', language: 'en' },
    plain('Say', { language: 'en-US', voice: 'Polly.Joanna-Neural' }, 'Hello.'),
  ],
  [
    'German',
    { do: 'say', text: 'Für Sie: Äußerst nett.', language: 'de' },
    plain('Say', { language: 'de-DE', voice: 'Polly.Vicki-Neural' }, 'Für Sie: Äußerst nett.'),
  ],
  [
    'music without end',
    { do: 'play', hook: to('music'), loop: 0 },
    plain('Play', { loop: '0' }, at('music')),
  ],
  ['a pause', { do: 'pause', seconds: 3600 }, plain('Pause', { length: '3600' })],
  ['a redirect', { do: 'redirect', hook: to('ivr-gather') }, plain('Redirect', {}, at('ivr-gather'))],
  ['a hang-up', { do: 'hang-up' }, plain('Hangup', {})],
  [
    'a menu',
    {
      do: 'gather',
      hook: to('ivr-gather'),
      digits: 1,
      timeoutSeconds: 5,
      emptyToo: false,
      prompts: [
        { do: 'say', text: 'Press 1.', language: 'en' },
        { do: 'pause', seconds: 1 },
        { do: 'play', hook: to('music'), loop: 1 },
      ],
    },
    {
      verb: 'Gather',
      attributes: {
        action: at('ivr-gather'),
        input: 'dtmf',
        numDigits: '1',
        timeout: '5',
        actionOnEmptyResult: 'false',
      },
      text: '',
      inside: [
        plain('Say', { language: 'en-US', voice: 'Polly.Joanna-Neural' }, 'Press 1.'),
        plain('Pause', { length: '1' }),
        plain('Play', { loop: '1' }, at('music')),
      ],
    },
  ],
  [
    'a gather that reports silence too',
    { do: 'gather', hook: to('whisper-answer'), digits: 1, timeoutSeconds: 8, emptyToo: true, prompts: [] },
    plain('Gather', {
      action: at('whisper-answer'),
      input: 'dtmf',
      numDigits: '1',
      timeout: '8',
      actionOnEmptyResult: 'true',
    }),
  ],
  [
    'a message',
    {
      do: 'record',
      hook: to('voicemail'),
      finished: to('recording-status'),
      maxSeconds: 300,
      silenceSeconds: 5,
    },
    plain('Record', {
      action: at('voicemail'),
      recordingStatusCallback: at('recording-status'),
      recordingStatusCallbackEvent: 'completed',
      maxLength: '300',
      timeout: '5',
      playBeep: 'true',
      trim: 'trim-silence',
    }),
  ],
  [
    'the queue of a call on hold',
    { do: 'enqueue', queue: 'hold-x', music: to('hold-music'), hook: to('queue-left') },
    plain('Enqueue', { action: at('queue-left'), waitUrl: at('hold-music') }, 'hold-x'),
  ],
  [
    'the way back to it',
    { do: 'take-from-queue', queue: 'hold-x', hook: to('staff-left') },
    {
      verb: 'Dial',
      attributes: { action: at('staff-left') },
      text: '',
      inside: [plain('Queue', {}, 'hold-x')],
    },
  ],
];

describe('TwiML says what the steps say', () => {
  for (const [title, step, expected] of cases) test(title, () => assert.deepEqual(one(step), expected));

  test('a browser and a phone that ring together', () => {
    const dial = one({
      do: 'dial',
      hook: to('call-status'),
      timeoutSeconds: 20,
      callerId: null,
      targets: [
        {
          kind: 'client',
          identity: 'staff_1',
          parameters: { callId: 'x', purpose: 'inbound' },
          progress: to('status-callback', { staff: '1' }),
        },
        { kind: 'number', number: '+13125550111', whisper: to('whisper'), progress: to('status-callback') },
      ],
    });
    assert.deepEqual(dial, {
      verb: 'Dial',
      attributes: { action: at('call-status'), timeout: '20', answerOnBridge: 'true' },
      text: '',
      inside: [
        {
          verb: 'Client',
          attributes: { statusCallback: link(to('status-callback', { staff: '1' })), ...events },
          text: '',
          inside: [
            plain('Identity', {}, 'staff_1'),
            plain('Parameter', { name: 'callId', value: 'x' }),
            plain('Parameter', { name: 'purpose', value: 'inbound' }),
          ],
        },
        plain(
          'Number',
          { statusCallback: at('status-callback'), ...events, url: at('whisper') },
          '+13125550111',
        ),
      ],
    });
  });

  test('an outside number: the clinic’s own number on the display, and no whisper', () => {
    const dial = one({
      do: 'dial',
      hook: to('call-status'),
      timeoutSeconds: 45,
      callerId: '+13125550100',
      targets: [{ kind: 'number', number: '+13125550121', whisper: null, progress: to('status-callback') }],
    });
    assert.equal(dial.attributes['callerId'], '+13125550100');
    assert.deepEqual(dial.inside, [
      plain('Number', { statusCallback: at('status-callback'), ...events }, '+13125550121'),
    ]);
  });

  test('steps stay in their order; none is an empty document', () => {
    assert.deepEqual(
      read([
        { do: 'say', text: 'A', language: 'en' },
        { do: 'redirect', hook: to('x') },
        { do: 'say', text: 'B', language: 'de' },
        { do: 'hang-up' },
      ]).map(({ verb }) => verb),
      ['Say', 'Redirect', 'Say', 'Hangup'],
    );
    assert.deepEqual(read([]), []);
  });

  test('whatever a clinic writes is spoken and never becomes markup', () => {
    for (const text of [
      'Smith & Sons',
      '<Hangup/>',
      '</Say><Dial>+1900</Dial>',
      '"quoted" \'single\'',
      'ÄÖÜ ß 😀',
    ])
      assert.deepEqual(
        read([{ do: 'say', text, language: 'en' }]).map((verb) => [verb.verb, verb.inside.length]),
        [['Say', 0]],
      );
    // Entities are the parser's business; the text between the tags must be the text that was given.
    const text = 'Smith & Sons <Praxis>';
    assert.match(
      renderTwiml([{ do: 'say', text, language: 'en' }], link),
      />Smith &amp; Sons &lt;Praxis&gt;<\/Say>/,
    );
  });

  test('property: any text comes back as it was', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'Z', 'ä', ' ', '&', '<', '>', '"', "'", ';', '/', '#', '1'),
      minLength: 1,
    });
    const decode = (xml: string): string =>
      xml.replace(
        /&(lt|gt|quot|apos|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
      );
    fc.assert(
      fc.property(letters, (text) => {
        const document = renderTwiml([{ do: 'say', text, language: 'en' }], link);
        const inside = /<Say[^>]*>([^<]*)<\/Say>/.exec(document)?.[1];
        assert.equal(decode(inside ?? ''), text);
      }),
    );
  });
});
