import { uploadRecording } from '../wire/handset-requests.ts';
import { voiceTrack } from './microphone.ts';
import { type Recorder, startRecorder } from './recorder.ts';

type Running = {
  readonly callSid: string;
  readonly recorder: Recorder;
  readonly voice: MediaStreamTrack;
};

/** Messages being spoken onto a recording, by the number of their telephone. */
export function createRecordings(onProblem: (error: unknown) => void) {
  const running = new Map<string, Running>();

  async function finish(number: string): Promise<void> {
    const recording = running.get(number);
    if (!recording) return;
    running.delete(number);
    const wav = await recording.recorder.finish();
    recording.voice.stop();
    if (wav) await uploadRecording(number, recording.callSid, wav);
  }

  return {
    start(number: string, callSid: string): void {
      const voice = voiceTrack();
      if (!voice || running.has(number)) return;
      running.set(number, { callSid, recorder: startRecorder(voice), voice });
    },
    /** The sandbox waits a moment after the end of a recording for what was recorded here. */
    finish(number: string): void {
      finish(number).catch(onProblem);
    },
  };
}
