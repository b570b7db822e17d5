/** Where the sound is in a WAV file, and how it is written down. */
export type WaveFile = {
  encoding: 'pcm' | 'float' | 'a-law' | 'mu-law' | 'other';
  channels: number;
  /** frames per second; a frame holds one sample for each channel */
  sampleRate: number;
  bitsPerSample: number;
  bytesPerSecond: number;
  data: Uint8Array;
};

const encodings: Record<number, WaveFile['encoding']> = { 1: 'pcm', 3: 'float', 6: 'a-law', 7: 'mu-law' };
/** "extensible": the real encoding stands in the first two bytes of the sub-format. */
const extensible = 0xff_fe;

const tag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

type Format = Omit<WaveFile, 'data'>;

const readFormat = (view: DataView, at: number, size: number): Format | null => {
  if (size < 16 || at + size > view.byteLength) return null;
  const code = view.getUint16(at, true);
  const real = code === extensible && size >= 26 ? view.getUint16(at + 24, true) : code;
  return {
    encoding: encodings[real] ?? 'other',
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bytesPerSecond: view.getUint32(at + 8, true),
    bitsPerSample: view.getUint16(at + 14, true),
  };
};

/**
 * Finds format and sound in a WAV file. A length that runs past the end is cut there: streamed files say so before they
 * know, and a recording cut short by a failure is still what somebody said.
 * @returns null when it is no WAV file
 */
export const readWaveFile = (bytes: Uint8Array): WaveFile | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') return null;
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, size] = [tag(view, at), view.getUint32(at + 4, true)];
    const start = at + 8;
    if (name === 'fmt ') format = readFormat(view, start, size);
    if (name === 'data')
      return format && { ...format, data: bytes.subarray(start, Math.min(start + size, bytes.length)) };
    at = start + size + (size % 2);
  }
  return null;
};
