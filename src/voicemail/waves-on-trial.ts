/** Strength of the sound at a frame, -1 to 1. */
export type Sound = (frame: number, rate: number) => number;

/** A voice of sorts: 220 Hz. */
export const tone =
  (amplitude: number): Sound =>
  (frame, rate) =>
    amplitude * Math.sin((2 * Math.PI * 220 * frame) / rate);

export type WaveEncoding = 'pcm 8' | 'pcm 16' | 'pcm 24' | 'pcm 32' | 'float 32' | 'mu-law 8' | 'a-law 8';

/** ITU-T G.711 as its tables have it: the segment is found by counting, not by the shifts of the code on trial. */
const toMuLaw = (sample: number): number => {
  const magnitude = Math.min(8158, Math.round(Math.abs(sample) * 8159)) + 33;
  let segment = 0;
  while (magnitude >= 64 * 2 ** segment) segment += 1;
  const mantissa = Math.floor(magnitude / 2 ** (segment + 1)) - 16;
  return 255 - ((sample < 0 ? 128 : 0) + segment * 16 + mantissa);
};
const toALaw = (sample: number): number => {
  const magnitude = Math.min(4095, Math.floor(Math.abs(sample) * 4096));
  let segment = 0;
  while (magnitude >= 64 * 2 ** segment) segment += 1;
  const step = segment === 0 ? 2 : 2 ** segment;
  const mantissa = Math.floor(magnitude / step) % 16;
  return ((sample >= 0 ? 128 : 0) + segment * 16 + mantissa) ^ 0x55;
};

type Writer = { code: number; width: number; write: (buffer: Buffer, value: number, at: number) => void };
const clip = (value: number, limit: number): number =>
  Math.max(-limit, Math.min(limit - 1, Math.round(value * limit)));
const writers: Record<WaveEncoding, Writer> = {
  'pcm 8': { code: 1, width: 1, write: (to, value, at) => to.writeUInt8(clip(value, 128) + 128, at) },
  'pcm 16': { code: 1, width: 2, write: (to, value, at) => to.writeInt16LE(clip(value, 2 ** 15), at) },
  'pcm 24': { code: 1, width: 3, write: (to, value, at) => to.writeIntLE(clip(value, 2 ** 23), at, 3) },
  'pcm 32': { code: 1, width: 4, write: (to, value, at) => to.writeInt32LE(clip(value, 2 ** 31), at) },
  'float 32': { code: 3, width: 4, write: (to, value, at) => to.writeFloatLE(value, at) },
  'mu-law 8': { code: 7, width: 1, write: (to, value, at) => to.writeUInt8(toMuLaw(value), at) },
  'a-law 8': { code: 6, width: 1, write: (to, value, at) => to.writeUInt8(toALaw(value), at) },
};

/** A mono WAV file as a carrier would serve it, for tests. */
export const waveFile = ({
  seconds,
  sound,
  encoding = 'pcm 16',
  rate = 8000,
}: {
  seconds: number;
  sound: Sound;
  encoding?: WaveEncoding;
  rate?: number;
}): Uint8Array<ArrayBuffer> => {
  const { code, width, write } = writers[encoding];
  const frames = Math.round(seconds * rate);
  const buffer = Buffer.from(new ArrayBuffer(44 + frames * width));
  buffer.write('RIFF', 0);
  buffer.writeUInt32LE(36 + frames * width, 4);
  buffer.write('WAVEfmt ', 8);
  buffer.writeUInt32LE(16, 16);
  buffer.writeUInt16LE(code, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(rate, 24);
  buffer.writeUInt32LE(rate * width, 28);
  buffer.writeUInt16LE(width, 32);
  buffer.writeUInt16LE(width * 8, 34);
  buffer.write('data', 36);
  buffer.writeUInt32LE(frames * width, 40);
  for (let frame = 0; frame < frames; frame += 1) write(buffer, sound(frame, rate), 44 + frame * width);
  return buffer;
};
