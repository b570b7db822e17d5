/** Samples per second: what telephones carry. */
export const telephoneRate = 8000;

const headerBytes = 44;

const header = (view: DataView, dataBytes: number): void => {
  const text = (offset: number, value: string): void => {
    for (let index = 0; index < value.length; index += 1)
      view.setUint8(offset + index, value.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, telephoneRate, true);
  view.setUint32(28, telephoneRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, dataBytes, true);
};

/**
 * A WAV file of 16 bits and one channel.
 * @param count of samples, at `telephoneRate`
 * @param sample the height at each, from -32768 to 32767
 */
export const telephoneWav = (count: number, sample: (index: number) => number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(headerBytes + count * 2));
  header(view, count * 2);
  for (let index = 0; index < count; index += 1)
    view.setInt16(headerBytes + index * 2, Math.round(sample(index)), true);
  return new Uint8Array(view.buffer);
};
