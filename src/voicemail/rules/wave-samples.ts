import type { WaveFile } from './wave-file.ts';

/** ITU-T G.711 µ-law to a share of full scale. */
const muLaw = (byte: number): number => {
  const value = ~byte & 0xff;
  const magnitude = (((value & 0x0f) << 3) + 0x84) << ((value & 0x70) >> 4);
  return (value & 0x80 ? 0x84 - magnitude : magnitude - 0x84) / 32_768;
};

/** ITU-T G.711 A-law to a share of full scale. */
const aLaw = (byte: number): number => {
  const value = byte ^ 0x55;
  const segment = (value & 0x70) >> 4;
  const mantissa = (value & 0x0f) << 4;
  const magnitude = segment === 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1);
  return (value & 0x80 ? magnitude : -magnitude) / 32_768;
};

type Reader = { width: number; read: (view: DataView, at: number) => number };

const readers: Record<string, Reader> = {
  'pcm 8': { width: 1, read: (view, at) => (view.getUint8(at) - 128) / 128 },
  'pcm 16': { width: 2, read: (view, at) => view.getInt16(at, true) / 32_768 },
  'pcm 24': {
    width: 3,
    read: (view, at) => (view.getInt8(at + 2) * 65_536 + view.getUint16(at, true)) / 8_388_608,
  },
  'pcm 32': { width: 4, read: (view, at) => view.getInt32(at, true) / 2_147_483_648 },
  'float 32': { width: 4, read: (view, at) => view.getFloat32(at, true) },
  'mu-law 8': { width: 1, read: (view, at) => muLaw(view.getUint8(at)) },
  'a-law 8': { width: 1, read: (view, at) => aLaw(view.getUint8(at)) },
};

/** Every sample as a share of full scale, -1 to 1, channels in turn; null for an encoding not known here. */
export const readSamples = ({ encoding, bitsPerSample, data }: WaveFile): Float32Array | null => {
  const reader = readers[`${encoding} ${bitsPerSample}`];
  if (!reader) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const samples = new Float32Array(Math.floor(data.length / reader.width));
  for (let i = 0; i < samples.length; i += 1) samples[i] = reader.read(view, i * reader.width);
  return samples;
};
