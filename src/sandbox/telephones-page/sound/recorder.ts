import { encodeWav, WAV_RATE } from './wav.ts';

export type Recorder = {
  /** Ends the recording; null when nothing was recorded. */
  finish(): Promise<Blob | null>;
};

/** Records what the microphone hears, until `finish`. */
export function startRecorder(voice: MediaStreamTrack): Recorder {
  const recorder = new MediaRecorder(new MediaStream([voice]));
  const parts: Blob[] = [];
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
  });
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.start();
  return {
    async finish() {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      const recorded = new Blob(parts, { type: recorder.mimeType });
      return recorded.size === 0 ? null : asTelephoneWav(recorded);
    },
  };
}

/** Decoding in a context of 8 kHz resamples at the browser's own quality. */
async function asTelephoneWav(recorded: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, WAV_RATE);
  const audio = await context.decodeAudioData(await recorded.arrayBuffer());
  return new Blob([encodeWav(audio.getChannelData(0))], { type: 'audio/wav' });
}
