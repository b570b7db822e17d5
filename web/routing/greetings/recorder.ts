import { greetingRate, waveFile } from './wave-file.ts';

/** The server takes no longer ones. */
export const longestSeconds = 120;

export interface Recorder {
  /** Between 0 and 1, at this moment. */
  level: () => number;
  stop: () => Promise<{ file: Blob; seconds: number }>;
  cancel: () => void;
}

/** One channel at the rate that is kept. */
const resampled = async (sound: AudioBuffer): Promise<Float32Array> => {
  const length = Math.max(1, Math.ceil(sound.duration * greetingRate));
  const offline = new OfflineAudioContext(1, length, greetingRate);
  const source = offline.createBufferSource();
  source.buffer = sound;
  source.connect(offline.destination);
  source.start();
  return (await offline.startRendering()).getChannelData(0);
};

/** Loudness of what the microphone hears. */
const levelMeter = (context: AudioContext, stream: MediaStream): (() => number) => {
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    // Speech is far below full scale; the root spreads it over the meter.
    return Math.min(1, Math.sqrt(Math.sqrt(power)) * 1.4);
  };
};

/** Records the microphone until it is stopped. @throws when the person or the browser refuses it */
export const startRecorder = async (): Promise<Recorder> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: true, autoGainControl: true },
  });
  const context = new AudioContext();
  const level = levelMeter(context, stream);
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => pieces.push(event.data));
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
  });
  const release = (): void => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  recorder.start();
  return {
    level,
    stop: async () => {
      recorder.stop();
      await ended;
      const sound = await context.decodeAudioData(
        await new Blob(pieces, { type: recorder.mimeType }).arrayBuffer(),
      );
      release();
      const samples = await resampled(sound);
      const file = new Blob([waveFile(samples, greetingRate)], { type: 'audio/wav' });
      return { file, seconds: samples.length / greetingRate };
    },
    cancel: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      release();
    },
  };
};
