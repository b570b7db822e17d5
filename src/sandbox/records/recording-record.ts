/** One recording; its audio is stored beside it (`store.recordings.audio`). */
export type RecordingRecord = {
  readonly sid: string;
  readonly callSid: string;
  readonly source: 'RecordVerb' | 'DialVerb' | 'OutboundAPI' | 'StartCallRecordingAPI';
  readonly status: 'in-progress' | 'completed' | 'absent' | 'failed';
  readonly channels: number;
  /** Milliseconds since the epoch at which the recording began. */
  readonly startedAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly durationSeconds: number | null;
  /** What was said, where it is known: typed words of the person at the handset. */
  readonly transcriptionText: string | null;
};
