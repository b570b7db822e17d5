/** Frames per second: what telephones carry. */
const rate = 8000;
const fade = 0.02;

/** First and second formant of the vowels, in Hz: what makes an "a" an "a". */
const formants: Record<string, [number, number]> = {
  a: [750, 1250],
  e: [450, 1950],
  i: [300, 2250],
  o: [450, 850],
  u: [320, 800],
};
const plain = (vowel: string): string => ({ ä: 'e', ö: 'e', ü: 'i', y: 'i' })[vowel] ?? vowel;

type Sound = { vowel: [number, number] | null; seconds: number; pitch: number };

/** Vowels with their tune; a sentence falls, and there is a breath after it. */
const soundsOf = (text: string, pitch: number): Sound[] =>
  (text.toLowerCase().match(/[aeiouyäöü]+|[^aeiouyäöü]+/g) ?? []).map((part, index) => {
    const vowel = formants[plain(part[0]!)];
    if (vowel)
      return { vowel, seconds: 0.1 + 0.02 * part.length, pitch: pitch * (1 + 0.12 * Math.sin(index / 5)) };
    return { vowel: null, seconds: /[.,!?]/.test(part) ? 0.3 : part.includes(' ') ? 0.07 : 0.035, pitch };
  });

/** One resonance of the mouth, as a filter of two poles. */
const resonator = () => {
  let [last, before] = [0, 0];
  return (value: number, frequency: number): number => {
    const radius = Math.exp((-Math.PI * 90) / rate);
    const next =
      value + 2 * radius * Math.cos((2 * Math.PI * frequency) / rate) * last - radius * radius * before;
    [before, last] = [last, next];
    return next * (1 - radius);
  };
};

const samplesOf = (sounds: readonly Sound[]): Float32Array => {
  const samples: number[] = [];
  const [first, second] = [resonator(), resonator()];
  let phase = 0;
  for (const { vowel, seconds, pitch } of sounds) {
    const count = Math.round(seconds * rate);
    for (let at = 0; at < count; at += 1) {
      phase = (phase + pitch / rate) % 1;
      const level = vowel === null ? 0 : Math.min(1, at / (fade * rate), (count - at) / (fade * rate));
      const breath = (1 - 2 * phase) * level;
      const [low, high] = vowel ?? formants['e']!;
      samples.push(first(breath, low) + 0.6 * second(breath, high));
    }
  }
  return Float32Array.from(samples);
};

/** @returns a WAV file, 16 bits, one channel */
const waveFile = (samples: Float32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const write = (at: number, letters: string): void => {
    for (const [index, letter] of letters.split('').entries())
      view.setUint8(at + index, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-6);
  for (const [index, sample] of samples.entries())
    view.setInt16(44 + index * 2, Math.round((sample / loudest) * 0.6 * 0x7f_ff), true);
  return new Uint8Array(view.buffer);
};

/**
 * Somebody babbles the vowels of a text: no machine here can speak, and a voicemail of the demo should have something to
 * be heard.
 * @param pitch of the voice, in Hz
 */
export const babble = (text: string, pitch: number): Uint8Array => waveFile(samplesOf(soundsOf(text, pitch)));
