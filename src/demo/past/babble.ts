import { telephoneRate as rate, telephoneWav } from '../../calls/rules/telephone-wav.ts';

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

const waveFile = (samples: Float32Array): Uint8Array => {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-6);
  return telephoneWav(samples.length, (index) => (samples[index]! / loudest) * 0.6 * 0x7f_ff);
};

/**
 * Somebody babbles the vowels of a text: no machine here can speak, and a voicemail of the demo should have something to
 * be heard.
 * @param pitch of the voice, in Hz
 */
export const babble = (text: string, pitch: number): Uint8Array => waveFile(samplesOf(soundsOf(text, pitch)));
