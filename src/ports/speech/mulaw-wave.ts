const rate = 8000;
const mulaw = 7;

/** A WAV file around µ-law samples (8 kHz, mono). Formats other than PCM have a longer head, and say their length twice. */
export const mulawWave = (samples: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(58);
  const padding = samples.length % 2;
  head.write('RIFF', 0);
  head.writeUInt32LE(head.length - 8 + samples.length + padding, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(18, 16);
  head.writeUInt16LE(mulaw, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('fact', 38);
  head.writeUInt32LE(4, 42);
  head.writeUInt32LE(samples.length, 46);
  head.write('data', 50);
  head.writeUInt32LE(samples.length, 54);
  return Buffer.concat([head, samples, Buffer.alloc(padding)]);
};
