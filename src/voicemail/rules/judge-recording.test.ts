import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { waveFile, tone, type Sound } from '../waves-on-trial.ts';
import { judgeRecording } from './judge-recording.ts';

/** Repeatable noise of a given strength: no line is quite silent. */
const noise =
  (amplitude: number): Sound =>
  (frame) =>
    amplitude * Math.sin(frame * frame * 0.7);
const silence: Sound = () => 0;
const during =
  (fromSecond: number, seconds: number, sound: Sound): Sound =>
  (frame, rate) =>
    frame >= fromSecond * rate && frame < (fromSecond + seconds) * rate ? sound(frame, rate) : 0;

suite('judgeRecording', () => {
  const table: [string, Uint8Array, string][] = [
    ['a voice', waveFile({ seconds: 3, sound: tone(0.1) }), 'message'],
    ['a quiet voice', waveFile({ seconds: 3, sound: tone(0.01) }), 'message'],
    [
      'one short word in a long silence',
      waveFile({ seconds: 60, sound: during(31, 0.15, tone(0.05)) }),
      'message',
    ],
    ['nothing at all', waveFile({ seconds: 5, sound: silence }), 'empty'],
    ['the hiss of the line', waveFile({ seconds: 5, sound: noise(0.002) }), 'empty'],
    ['a line that is off centre', waveFile({ seconds: 5, sound: () => 0.2 }), 'empty'],
    ['a click of the hang-up', waveFile({ seconds: 5, sound: during(4.9, 0.04, tone(0.8)) }), 'empty'],
    ['under a second', waveFile({ seconds: 0.9, sound: tone(0.3) }), 'empty'],
    ['a header without sound', waveFile({ seconds: 0, sound: silence }), 'empty'],
    ['no bytes', new Uint8Array(), 'unreadable'],
    ['a web page', Buffer.from('<html>Not ready yet, try again later</html>'), 'unreadable'],
    ['a header cut short', waveFile({ seconds: 1, sound: tone(0.1) }).subarray(0, 30), 'unreadable'],
  ];
  for (const [what, bytes, verdict] of table)
    test(`${what}: ${verdict}`, () => assert.equal(judgeRecording(bytes).verdict, verdict));

  for (const encoding of [
    'pcm 8',
    'pcm 16',
    'pcm 24',
    'pcm 32',
    'float 32',
    'mu-law 8',
    'a-law 8',
  ] as const) {
    test(`hears and misses the same in ${encoding}`, () => {
      const voice = judgeRecording(waveFile({ seconds: 2, sound: tone(0.1), encoding }));
      assert.deepEqual(voice, { verdict: 'message', durationSeconds: 2 });
      assert.equal(judgeRecording(waveFile({ seconds: 2, sound: silence, encoding })).verdict, 'empty');
    });
  }

  test('an encoding not known here is kept, for somebody may have spoken', () => {
    const unknown = waveFile({ seconds: 2, sound: silence });
    new DataView(unknown.buffer).setUint16(20, 0x31, true);
    assert.equal(judgeRecording(unknown).verdict, 'message');
  });

  test('the length is the sound’s own, also when the header claims more', () => {
    const streamed = waveFile({ seconds: 4, sound: tone(0.1) });
    new DataView(streamed.buffer).setUint32(40, 0xff_ff_ff_ff, true);
    assert.deepEqual(judgeRecording(streamed), { verdict: 'message', durationSeconds: 4 });
  });

  test('any bytes whatever get a verdict', () => {
    const header = waveFile({ seconds: 0.01, sound: silence });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(44), (bytes, kept) => {
        const mixed = Buffer.concat([header.subarray(0, kept), bytes]);
        assert.ok(['message', 'empty', 'unreadable'].includes(judgeRecording(mixed).verdict));
      }),
    );
  });
});
