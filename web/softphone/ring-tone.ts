/** Two soft notes, twice, then a rest: heard across a room, bearable all day. */
const notes = [
  { frequency: 659.3, at: 0 },
  { frequency: 523.3, at: 0.18 },
  { frequency: 659.3, at: 0.5 },
  { frequency: 523.3, at: 0.68 },
] as const;
const everyMilliseconds = 2600;

const playOnce = (context: AudioContext): void => {
  for (const { frequency, at } of notes) {
    const start = context.currentTime + at;
    const oscillator = new OscillatorNode(context, { type: 'triangle', frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.42);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.45);
  }
};

/** Rings until the returned function is called; in one tab only when several are open. */
export const startRinging = (): (() => void) => {
  let stopped = false;
  let finish = (): void => undefined;
  const ring = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    const context = new AudioContext();
    void context.resume();
    playOnce(context);
    const timer = setInterval(() => playOnce(context), everyMilliseconds);
    return new Promise((resolve) => {
      finish = () => {
        clearInterval(timer);
        void context.close();
        resolve();
      };
    });
  };
  // The lock is held while it rings: a second tab waits for it, and mostly it never gets its turn.
  void navigator.locks.request('frontdesk-ring-tone', ring);
  return () => {
    stopped = true;
    finish();
  };
};
