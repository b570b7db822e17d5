import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readWaveFile } from '../../voicemail/rules/wave-file.ts';
import { readGreetingWave } from './greeting-wave.ts';
import { waveOf } from './wave-on-trial.ts';

const verdict = (bytes: Uint8Array) => {
  const wave = readGreetingWave(bytes, 'We are on holiday.');
  return wave.ok ? wave.seconds : wave.why;
};

describe('a recorded greeting', () => {
  test('is taken as it sounds, with the words behind it', () => {
    const given = waveOf({ sampleRate: 16_000, seconds: 2 });
    const wave = readGreetingWave(given, 'Grüße');
    assert.ok(wave.ok);
    assert.equal(wave.seconds, 2);
    assert.deepEqual(readWaveFile(wave.file)?.data, readWaveFile(given)?.data);
    assert.ok(Buffer.from(wave.file).includes(Buffer.from('Grüße')));
    assert.equal(new DataView(wave.file.buffer).getUint32(4, true), wave.file.length - 8);
  });

  test('brings nothing along: what else was in the file is left out', () => {
    const wave = readGreetingWave(waveOf({ extra: 'recorded at home' }), '');
    assert.ok(wave.ok && !Buffer.from(wave.file).includes('recorded at home'));
  });

  test('that is something else is refused with the reason', () => {
    assert.equal(verdict(new TextEncoder().encode('no sound at all')), 'no-wave');
    assert.equal(verdict(new Uint8Array()), 'no-wave');
    assert.equal(verdict(waveOf({ channels: 2 })), 'not-mono');
    assert.equal(verdict(waveOf({ bits: 8 })), 'not-pcm-16');
    assert.equal(verdict(waveOf({ encoding: 7 })), 'not-pcm-16');
    assert.equal(verdict(waveOf({ sampleRate: 96_000 })), 'sample-rate');
    assert.equal(verdict(waveOf({ sampleRate: 0, seconds: 0 })), 'sample-rate');
    assert.equal(verdict(waveOf({ seconds: 0 })), 'too-short');
    assert.equal(verdict(waveOf({ sampleRate: 8000, seconds: 121 })), 'too-long');
    assert.equal(verdict(waveOf({ sampleRate: 8000, seconds: 120 })), 120);
  });
});
