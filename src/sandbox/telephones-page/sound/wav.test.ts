import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as check, float32Array, property } from 'fast-check';
import { encodeWav } from './wav.ts';

const ascii = (wav: ArrayBuffer, from: number, to: number) => Buffer.from(wav).toString('ascii', from, to);

test('the header says mono, 16 bit, 8 kHz and the right lengths', () => {
  const wav = encodeWav(new Float32Array(8000));
  const view = new DataView(wav);
  assert.deepEqual([ascii(wav, 0, 4), ascii(wav, 8, 16), ascii(wav, 36, 40)], ['RIFF', 'WAVEfmt ', 'data']);
  assert.equal(wav.byteLength, 44 + 16_000);
  assert.equal(view.getUint32(4, true), wav.byteLength - 8);
  assert.deepEqual(
    [view.getUint16(20, true), view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)],
    [1, 1, 8000, 16],
  );
  assert.equal(view.getUint32(28, true), 16_000);
  assert.equal(view.getUint32(40, true), 16_000);
});

test('loudest, silent and too loud samples', () => {
  const view = new DataView(encodeWav(Float32Array.of(1, -1, 0, 2, -3)));
  const sample = (index: number) => view.getInt16(44 + index * 2, true);
  assert.deepEqual([0, 1, 2, 3, 4].map(sample), [32767, -32768, 0, 32767, -32768]);
});

test('every sample comes back within the precision of 16 bits', () => {
  check(
    property(float32Array({ min: -1, max: 1, noNaN: true, maxLength: 50 }), (samples) => {
      const view = new DataView(encodeWav(samples));
      samples.forEach((sample, index) => {
        assert.ok(Math.abs(view.getInt16(44 + index * 2, true) / 32768 - sample) < 1 / 16_000);
      });
    }),
  );
});
