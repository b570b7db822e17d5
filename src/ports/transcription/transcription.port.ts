export type TranscriptionRequest = {
  /** a WAV file */
  audio: Uint8Array;
  /** the language the caller was greeted in: ISO 639-1 */
  language: string;
  /** what the carrier calls this recording, for whoever asks the carrier */
  carrierRecordingSid: string;
};

/** `unavailable`: there will be no text, however often one asks; `refused` when the server would not have the audio. */
export type TranscriptionResult =
  | { outcome: 'text'; text: string }
  | { outcome: 'unavailable'; refused?: true }
  /** `reason`: an HTTP status or an error code, for the log */
  | { outcome: 'retry-later'; reason: string };

/** Who writes down what was said. */
export type Transcription = {
  readonly name: string;
  /** true: works only as long as the carrier still has the recording */
  readonly needsCarrierRecording: boolean;
  /** Never throws: a failure is a result. */
  transcribe(request: TranscriptionRequest): Promise<TranscriptionResult>;
};

/** An answer without words is no transcript. */
export const textResult = (text: string): TranscriptionResult => {
  const trimmed = text.trim();
  return trimmed === '' ? { outcome: 'unavailable' } : { outcome: 'text', text: trimmed };
};

/** Statuses by which a server says that this very audio will never do. */
const hopeless = new Set([400, 413, 415, 422]);

/**
 * What an HTTP answer other than 2xx means. A refused key or an unknown model is a setting that somebody may correct,
 * so the recording waits; only a refusal of the audio itself is final.
 */
export const failedStatus = (status: number): TranscriptionResult =>
  hopeless.has(status)
    ? { outcome: 'unavailable', refused: true }
    : { outcome: 'retry-later', reason: `status ${status}` };
