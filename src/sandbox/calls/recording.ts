import type { RecordingEvent, RecordingSubscription } from '../twiml/verb.ts';
import type { Network } from './network.ts';
import type { RecordingRecord } from '../records/recording-record.ts';
import { newSid } from '../sid.ts';
import { tellAction, type Run } from './run.ts';
import { speechWav, wavSeconds } from './speech-wav.ts';

/** A recording that was kept. */
export type Take = {
  readonly sid: string;
  readonly seconds: number;
  readonly channels: 1 | 2;
  readonly source: RecordingRecord['source'];
};

type Content = {
  readonly source: RecordingRecord['source'];
  readonly channels: 1 | 2;
  readonly seconds: number;
  readonly words: string;
  /** What a real microphone took down; without it the words are spoken by a synthesiser. */
  readonly audio: Uint8Array | null;
};

/**
 * Stores a recording: typed words are spoken by the synthesiser; without any, what the microphone took down; without
 * either, quiet tones. A microphone that is on while somebody types takes down nothing but the room.
 */
export async function keepRecording(run: Pick<Run, 'network' | 'leg'>, content: Content): Promise<Take> {
  const { network, leg } = run;
  const sid = newSid('RE');
  const taken = /\p{L}/u.test(content.words) ? null : content.audio;
  const wav = taken ?? (await speechWav(content.words, content.seconds));
  const seconds = taken ? Math.max(1, Math.round(wavSeconds(taken))) : content.seconds;
  const now = network.clock.now();
  network.store.recordings.insert(
    {
      sid,
      callSid: leg.sid,
      startedAt: now - seconds * 1000,
      createdAt: now,
      updatedAt: now,
      durationSeconds: seconds,
      channels: content.channels,
      source: content.source,
      status: 'completed',
      transcriptionText: content.words === '' ? null : content.words,
    },
    wav,
  );
  return { sid, seconds, channels: content.channels, source: content.source };
}

export function recordingUrl(network: Network, sid: string): string {
  return `${network.baseUrl()}/2010-04-01/Accounts/${network.account.accountSid}/Recordings/${sid}`;
}

/** Sends a recording status callback to those who asked for this event. */
export function announceRecording(
  run: Pick<Run, 'network' | 'leg' | 'document'>,
  subscription: RecordingSubscription | null,
  event: RecordingEvent,
  take: Take | null,
): void {
  if (!subscription?.events.includes(event)) return;
  tellAction(run, subscription, {
    RecordingStatus: event,
    RecordingSource: take?.source ?? 'RecordVerb',
    ...(take
      ? {
          RecordingSid: take.sid,
          RecordingUrl: recordingUrl(run.network, take.sid),
          RecordingDuration: String(take.seconds),
          RecordingChannels: String(take.channels),
          RecordingTrack: 'both',
          ErrorCode: '0',
        }
      : {}),
  });
}
