/** Sounds of a telephone, made on the spot. Nothing sounds before the person has touched the page. */

const KEY_TONES: Readonly<Record<string, readonly [number, number]>> = {
  '1': [697, 1209], '2': [697, 1336], '3': [697, 1477],
  '4': [770, 1209], '5': [770, 1336], '6': [770, 1477],
  '7': [852, 1209], '8': [852, 1336], '9': [852, 1477],
  '*': [941, 1209], '0': [941, 1336], '#': [941, 1477],
}; // prettier-ignore

let context: AudioContext | null = null;

const audio = (): AudioContext => {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  return context;
};

/** Sounds the frequencies together, from `delay` seconds on. */
function sound(frequencies: readonly number[], seconds: number, loudness: number, delay = 0): () => void {
  const into = audio();
  const gain = into.createGain();
  const from = into.currentTime + delay;
  const edge = 0.012; // no clicks
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + edge);
  gain.gain.setValueAtTime(loudness, from + seconds - edge);
  gain.gain.linearRampToValueAtTime(0, from + seconds);
  gain.connect(into.destination);
  for (const frequency of frequencies) {
    const oscillator = new OscillatorNode(into, { frequency });
    oscillator.connect(gain);
    oscillator.start(from);
    oscillator.stop(from + seconds);
  }
  return () => gain.disconnect();
}

export const keyTone = (key: string): void => {
  const tones = KEY_TONES[key];
  if (tones) sound(tones, 0.12, 0.06);
};

export const beep = (): void => void sound([1000], 0.4, 0.08);

/** Repeats a pattern until the returned function is called. */
function repeat(everyMs: number, pattern: () => (() => void)[]): () => void {
  let silence = pattern();
  const timer = setInterval(() => {
    silence = pattern();
  }, everyMs);
  return () => {
    clearInterval(timer);
    for (const stop of silence) stop();
  };
}

/** The bell of a telephone: two short trills, then a rest. */
export const startRinging = (): (() => void) =>
  repeat(3000, () =>
    [0, 0.09, 0.18, 0.27, 0.55, 0.64, 0.73, 0.82].map((delay, index) =>
      sound(index % 2 === 0 ? [880, 1318] : [988, 1480], 0.08, 0.05, delay),
    ),
  );

/** What a caller hears while it rings at the other end; the countries differ. */
export const startRingback = (number: string): (() => void) =>
  number.startsWith('+49')
    ? repeat(5000, () => [sound([425], 1, 0.04)])
    : repeat(6000, () => [sound([440, 480], 2, 0.03)]);
