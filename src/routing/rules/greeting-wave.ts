import { readWaveFile } from '../../voicemail/rules/wave-file.ts';

/** What somebody has recorded for callers, checked and written anew: only sound and the words, nothing that came along. */

export type GreetingWave =
  | { ok: true; seconds: number; file: Uint8Array }
  | { ok: false; why: 'no-wave' | 'not-pcm-16' | 'not-mono' | 'sample-rate' | 'too-short' | 'too-long' };

export const longestGreetingSeconds = 120;
const shortestSeconds = 0.3;
const [lowestRate, highestRate] = [8000, 48_000];
const headerBytes = 44;

/** A chunk of a RIFF file: name, size, content, and a byte where the size is odd. */
const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(8 + content.length + (content.length % 2));
  bytes.set(new TextEncoder().encode(name));
  new DataView(bytes.buffer).setUint32(4, content.length, true);
  bytes.set(content, 8);
  return bytes;
};

const joined = (...parts: Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const formatOf = (sampleRate: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint16(0, 1, true); // PCM
  view.setUint16(2, 1, true); // one channel
  view.setUint32(4, sampleRate, true);
  view.setUint32(8, sampleRate * 2, true);
  view.setUint16(12, 2, true);
  view.setUint16(14, 16, true);
  return new Uint8Array(view.buffer);
};

/** The words go behind the sound as the file's comment: players show it, the sandbox makes it the caption. */
const writeFile = (sampleRate: number, sound: Uint8Array, words: string): Uint8Array => {
  const text = new TextEncoder();
  const comment =
    words === ''
      ? new Uint8Array()
      : chunk('LIST', joined(text.encode('INFO'), chunk('ICMT', text.encode(`${words}\0`))));
  const content = joined(
    text.encode('WAVE'),
    chunk('fmt ', formatOf(sampleRate)),
    chunk('data', sound),
    comment,
  );
  return chunk('RIFF', content);
};

/** @param words what is spoken, as far as somebody wrote it down; '' = nobody did */
export const readGreetingWave = (bytes: Uint8Array, words: string): GreetingWave => {
  const wave = readWaveFile(bytes);
  if (wave === null || bytes.length < headerBytes) return { ok: false, why: 'no-wave' };
  if (wave.encoding !== 'pcm' || wave.bitsPerSample !== 16) return { ok: false, why: 'not-pcm-16' };
  if (wave.channels !== 1) return { ok: false, why: 'not-mono' };
  if (wave.sampleRate < lowestRate || wave.sampleRate > highestRate) return { ok: false, why: 'sample-rate' };
  const sound = wave.data.subarray(0, wave.data.length - (wave.data.length % 2));
  const seconds = sound.length / 2 / wave.sampleRate;
  if (seconds < shortestSeconds) return { ok: false, why: 'too-short' };
  if (seconds > longestGreetingSeconds) return { ok: false, why: 'too-long' };
  return { ok: true, seconds, file: writeFile(wave.sampleRate, sound, words) };
};
