import { execFile } from 'node:child_process';

/** Telephone quality: 8 kHz, 16 bit, one channel. */
const RATE = 8000;
const HEADER_BYTES = 44;
const SPEECH_LIMIT_MS = 20_000;

/** A WAV of the words, at least `seconds` long; without words or a synthesiser, quiet tones of that length. */
export async function speechWav(words: string, seconds: number): Promise<Uint8Array> {
  const samples = Math.max(1, Math.round(seconds)) * RATE;
  const spoken = words === '' ? null : await synthesise(words);
  if (!spoken) return wav(words === '' ? new Int16Array(samples) : tones(samples));
  const padded = new Int16Array(Math.max(samples, spoken.length));
  padded.set(spoken);
  return wav(padded);
}

/** The length of a PCM WAV in seconds; 0 when it is none. */
export function wavSeconds(bytes: Uint8Array): number {
  if (bytes.length < HEADER_BYTES) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bytesPerSecond = view.getUint32(28, true);
  return bytesPerSecond === 0 ? 0 : (bytes.length - HEADER_BYTES) / bytesPerSecond;
}

function wav(samples: Int16Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => view.setInt16(HEADER_BYTES + index * 2, sample, true));
  return bytes;
}

/** A soft tone that swells and fades once a second, so that a player visibly has something to play. */
function tones(samples: number): Int16Array {
  return Int16Array.from({ length: samples }, (_, index) => {
    const swell = Math.sin((Math.PI * (index % RATE)) / RATE);
    return Math.round(1500 * swell * Math.sin((2 * Math.PI * 330 * index) / RATE));
  });
}

/** Speech by espeak-ng, a separate program, where the machine has it. */
async function synthesise(words: string): Promise<Int16Array | null> {
  const raw = await new Promise<Buffer | null>((resolve) => {
    const args = ['--stdout', '-s', '160'];
    const options = { encoding: 'buffer' as const, timeout: SPEECH_LIMIT_MS, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile('espeak-ng', args, options, (error, stdout) => resolve(error ? null : stdout));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(words);
  });
  if (!raw || raw.length <= HEADER_BYTES) return null;
  const rate = raw.readUInt32LE(24);
  const count = Math.floor((raw.length - HEADER_BYTES) / 2);
  const resampled = new Int16Array(Math.floor((count * RATE) / rate));
  for (let index = 0; index < resampled.length; index += 1) {
    resampled[index] = raw.readInt16LE(HEADER_BYTES + Math.floor((index * rate) / RATE) * 2);
  }
  return resampled;
}
