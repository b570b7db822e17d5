const rate = 8000;

/** A WAV file of one second in which a low tone is hardly heard (16 bit, 8 kHz): something to listen to, no words. */
export const quietSecond = (): Uint8Array => {
  const bytes = new Uint8Array(44 + rate * 2);
  const view = new DataView(bytes.buffer);
  const text = (offset: number, value: string) => bytes.set(new TextEncoder().encode(value), offset);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, rate * 2, true);
  for (let index = 0; index < rate; index += 1)
    view.setInt16(44 + index * 2, Math.round(200 * Math.sin((2 * Math.PI * 220 * index) / rate)), true);
  return bytes;
};
