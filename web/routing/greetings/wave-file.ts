/** As the telephone network hears it, with some reserve. */
export const greetingRate = 16_000;

const headerBytes = 44;

/** Samples between -1 and 1 as a WAV file: PCM, 16 bits, one channel. */
export const waveFile = (samples: Float32Array, rate: number): ArrayBuffer => {
  const bytes = samples.length * 2;
  const file = new ArrayBuffer(headerBytes + bytes);
  const view = new DataView(file);
  const text = (offset: number, words: string): void => {
    for (const [index, code] of new TextEncoder().encode(words).entries())
      view.setUint8(offset + index, code);
  };
  text(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); // length of the format
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true); // bytes a second
  view.setUint16(32, 2, true); // bytes a sample
  view.setUint16(34, 16, true); // bits a sample
  text(36, 'data');
  view.setUint32(40, bytes, true);
  for (const [index, sample] of samples.entries()) {
    const held = Math.max(-1, Math.min(1, sample));
    view.setInt16(headerBytes + index * 2, Math.round(held * 32_767), true);
  }
  return file;
};
