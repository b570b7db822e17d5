/** A recording that the carrier still has. */
export type ListedRecording = { durationSeconds: number; createdAt: Temporal.Instant };

/** What we have of it; null: nothing. */
export type KnownVoicemail = {
  audio: 'pending' | 'ready' | 'failed';
  transcription: 'pending' | 'done' | 'unavailable' | 'failed';
  deleted: boolean;
} | null;

export type Repair =
  /** both callbacks were lost: take it in now */
  | 'receive'
  /** it was never fetched: try again */
  | 'fetch'
  /** we have it, or it was deleted: the carrier shall not keep it */
  | 'release'
  | 'leave';

/** Callbacks and their jobs get this long before anybody else steps in. */
const patience = { minutes: 3 } as const;
/** A recording without a length is still being made; the longest takes five minutes. */
const longestCall = { minutes: 10 } as const;

/** What to do about one recording that lies at the carrier, when everything that should have happened did not. */
export const decideRepair = (
  recording: ListedRecording,
  known: KnownVoicemail,
  now: Temporal.Instant,
): Repair => {
  const olderThan = (age: Temporal.DurationLike): boolean =>
    Temporal.Instant.compare(recording.createdAt, now.subtract(age)) <= 0;
  if (!olderThan(recording.durationSeconds > 0 ? patience : longestCall)) return 'leave';
  if (known === null) return 'receive';
  if (known.deleted) return 'release';
  if (known.audio !== 'ready') return 'fetch';
  return known.transcription === 'pending' ? 'leave' : 'release';
};
