import type { Dial } from '../twiml/verb.ts';
import type { Leg } from './leg.ts';
import { announceRecording, keepRecording, recordingUrl } from './recording.ts';
import type { Run } from './run.ts';

/** Begins the recording a Dial asks for; the function returned keeps it and gives the action's parameters. */
export function recordDial(run: Run, dial: Dial, callee: Leg): () => Promise<Record<string, string>> {
  if (dial.record === 'do-not-record') return () => Promise.resolve({});
  const { network, leg } = run;
  const startedAt = network.clock.now();
  const heardBefore = leg.transcript.length;
  announceRecording(run, dial.recordingStatus, 'in-progress', null);
  return async () => {
    const seconds = Math.max(1, Math.round(((callee.endedAt ?? network.clock.now()) - startedAt) / 1000));
    const words = leg.transcript.slice(heardBefore).join(' ');
    const channels = dial.recordingChannels;
    const take = await keepRecording(run, { source: 'DialVerb', channels, seconds, words, audio: null });
    announceRecording(run, dial.recordingStatus, 'completed', take);
    return { RecordingUrl: recordingUrl(network, take.sid), RecordingSid: take.sid };
  };
}
