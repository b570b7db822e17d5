/** Soft broken chords, made here so that no licence hangs on it. 8 kHz, 16 bit, mono: what telephones carry. */

const rate = 8000;
const secondsPerNote = 0.5;
/** C, A minor, F, G: frequencies in Hz */
const chords = [
  [261.63, 329.63, 392.0, 523.25],
  [220.0, 261.63, 329.63, 440.0],
  [174.61, 220.0, 261.63, 349.23],
  [196.0, 246.94, 293.66, 392.0],
];

const notes = chords.flatMap((chord) => [...chord, chord[2]!]);

const sample = (index: number): number => {
  const at = index / rate;
  const note = Math.floor(at / secondsPerNote);
  // The note before still rings under the one that starts, so that nothing clicks.
  return [0, 1].reduce((sum, back) => {
    const frequency = notes[note - back];
    if (frequency === undefined) return sum;
    const age = at - (note - back) * secondsPerNote;
    const envelope = Math.min(age / 0.02, 1) * Math.exp(-3 * age);
    return (
      sum +
      envelope * (Math.sin(2 * Math.PI * frequency * age) + 0.3 * Math.sin(4 * Math.PI * frequency * age))
    );
  }, 0);
};

const wavHeader = (bytes: number): DataView => {
  const view = new DataView(new ArrayBuffer(44));
  const text = (offset: number, value: string) =>
    value.split('').forEach((letter, i) => view.setUint8(offset + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes, true);
  return view;
};

let made: Uint8Array | undefined;

/** Ten seconds of waiting music as a WAV file; always the same bytes. */
export const waitingMusic = (): Uint8Array => {
  if (made) return made;
  const samples = Math.floor(rate * secondsPerNote * notes.length);
  const bytes = new Uint8Array(44 + samples * 2);
  bytes.set(new Uint8Array(wavHeader(samples * 2).buffer));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < samples; i += 1) view.setInt16(44 + i * 2, Math.round(sample(i) * 6000), true);
  made = bytes;
  return bytes;
};
