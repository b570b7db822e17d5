import { createStore } from '../app/store.ts';

/** One microphone for the whole page: it belongs to the telephone in the person's hand. */
type MicrophoneState = 'off' | 'asking' | 'on' | 'refused';

export const microphone = createStore<MicrophoneState, MicrophoneState>('off', (_before, next) => next);

let stream: MediaStream | null = null;

/** Asks the browser for the microphone, where it is not on yet. Without one the page goes on with typed words. */
export async function turnMicrophoneOn(): Promise<void> {
  if (microphone.get() === 'on' || microphone.get() === 'asking') return;
  microphone.dispatch('asking');
  try {
    // On a plain-http address other than this machine, browsers have no mediaDevices at all.
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 },
    });
    microphone.dispatch('on');
  } catch {
    microphone.dispatch('refused');
  }
}

export function turnMicrophoneOff(): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
  microphone.dispatch('off');
}

/** A track of its own, to be stopped by whoever asked for it; null while the microphone is off. */
export const voiceTrack = (): MediaStreamTrack | null => stream?.getAudioTracks()[0]?.clone() ?? null;
