import { failedStatus, textResult, type Transcription } from '../transcription.port.ts';

type ElevenLabs = {
  apiKey: string;
  /** another host, for trials; default: ElevenLabs' own */
  baseUrl?: string;
  timeoutMs?: number;
};

const model = 'scribe_v2';

/** The SDK is large and needed by few: it is loaded with the first recording, not at start. */
const connect = async ({ apiKey, baseUrl, timeoutMs = 120_000 }: ElevenLabs) => {
  const { ElevenLabsClient } = await import('@elevenlabs/elevenlabs-js');
  return new ElevenLabsClient({
    apiKey,
    timeoutInSeconds: timeoutMs / 1000,
    // The job repeats with longer pauses than the SDK's.
    maxRetries: 0,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
};

/** ElevenLabs Scribe through the official SDK. */
export const createElevenLabsTranscription = (settings: ElevenLabs): Transcription => {
  let client: ReturnType<typeof connect> | null = null;
  return {
    name: 'elevenlabs',
    needsCarrierRecording: false,
    async transcribe({ audio, language }) {
      try {
        client ??= connect(settings);
        const { speechToText } = await client;
        const answer = await speechToText.convert({
          modelId: model,
          file: { data: audio, filename: 'voicemail.wav', contentType: 'audio/wav' },
          languageCode: language,
          tagAudioEvents: false,
        });
        return 'text' in answer && typeof answer.text === 'string'
          ? textResult(answer.text)
          : { outcome: 'retry-later', reason: 'unexpected answer' };
      } catch (error) {
        const { statusCode } = error as { statusCode?: unknown };
        if (typeof statusCode === 'number') return failedStatus(statusCode);
        return { outcome: 'retry-later', reason: error instanceof Error ? error.name : 'unknown' };
      }
    },
  };
};
