type Sound = {
  sampleRate?: number;
  seconds?: number;
  channels?: number;
  bits?: number;
  /** as the file names it: 1 = PCM, 7 = µ-law */
  encoding?: number;
  /** another chunk before the sound */
  extra?: string;
};

/** Test data: a WAV file of a tone. */
export const waveOf = (sound: Sound = {}): Uint8Array => {
  const { sampleRate = 16_000, seconds = 1, channels = 1, bits = 16, encoding = 1, extra = '' } = sound;
  const frame = channels * (bits / 8);
  const samples = Buffer.alloc(Math.round(sampleRate * seconds) * frame);
  for (let at = 0; at + 1 < samples.length; at += 2)
    samples.writeInt16LE(Math.round(8000 * Math.sin(at / 16)), at);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(encoding, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * frame, 8);
  format.writeUInt16LE(frame, 12);
  format.writeUInt16LE(bits, 14);
  const chunk = (name: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    return Buffer.concat([Buffer.from(name), size, content, Buffer.alloc(content.length % 2)]);
  };
  const chunks = [
    chunk('fmt ', format),
    ...(extra === '' ? [] : [chunk('note', Buffer.from(extra))]),
    chunk('data', samples),
  ];
  return new Uint8Array(chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks])));
};
