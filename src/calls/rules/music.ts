import { telephoneRate, telephoneWav } from './telephone-wav.ts';

/** Soft broken chords, made here so that no licence hangs on it. */

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
  const at = index / telephoneRate;
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

let made: Uint8Array | undefined;

/** Ten seconds of waiting music as a WAV file; always the same bytes. */
export const waitingMusic = (): Uint8Array => {
  made ??= telephoneWav(
    Math.floor(telephoneRate * secondsPerNote * notes.length),
    (index) => sample(index) * 6000,
  );
  return made;
};
