import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waveFile } from './wave-file.ts';

test('a wave file says how long it is, and what is louder than loud is held', () => {
  const file = Buffer.from(waveFile(new Float32Array([0, 1, -1, 2, -2, 0.5]), 16_000));
  assert.equal(file.toString('latin1', 0, 4), 'RIFF');
  assert.equal(file.readUInt32LE(4), file.length - 8);
  assert.equal(file.toString('latin1', 8, 16), 'WAVEfmt ');
  assert.deepEqual([file.readUInt16LE(20), file.readUInt16LE(22), file.readUInt32LE(24)], [1, 1, 16_000]);
  assert.equal(file.readUInt32LE(40), 12);
  const samples = [0, 1, 2, 3, 4, 5].map((index) => file.readInt16LE(44 + index * 2));
  assert.deepEqual(samples, [0, 32_767, -32_767, 32_767, -32_767, 16_384]);
});
