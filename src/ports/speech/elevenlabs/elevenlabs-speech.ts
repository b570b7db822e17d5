import { mulawWave } from '../mulaw-wave.ts';
import type { Speech, SpeechFailure, SpeechLanguage, Voice } from '../speech.port.ts';

type ElevenLabs = {
  apiKey: string;
  /** the vendor's ids; a language without one is not spoken */
  voices: Partial<Record<SpeechLanguage, string>>;
  /** another host, for trials; default: ElevenLabs' own */
  baseUrl?: string | undefined;
  timeoutMs?: number;
};

/** Speaks numbers and both languages well; prompts are made ahead, so its speed matters less. */
const model = 'eleven_multilingual_v2';

/** The SDK is large and needed by few: it is loaded with the first text, not at start. */
const connect = async ({ apiKey, baseUrl, timeoutMs = 20_000 }: ElevenLabs) => {
  const { ElevenLabsClient } = await import('@elevenlabs/elevenlabs-js');
  return new ElevenLabsClient({
    apiKey,
    timeoutInSeconds: timeoutMs / 1000,
    maxRetries: 0,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
};

const failures: Record<number, SpeechFailure> = { 401: 'wrong-key', 403: 'wrong-key', 429: 'busy' };

/** ElevenLabs says with 401 that the account's characters are used up, too: that is no wrong key. */
const failureOf = (error: unknown): SpeechFailure => {
  const { statusCode, body } = error as { statusCode?: unknown; body?: unknown };
  if (typeof statusCode !== 'number' || statusCode >= 500) return 'no-answer';
  if (JSON.stringify(body ?? '').includes('quota_exceeded')) return 'busy';
  return failures[statusCode] ?? 'refused';
};

const read = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

type SdkVoice = {
  voiceId: string;
  name?: string;
  labels?: Record<string, string>;
  verifiedLanguages?: { language: string }[];
};

const voiceOf = ({ voiceId, name, labels, verifiedLanguages }: SdkVoice): Voice => ({
  id: voiceId,
  name: name ?? voiceId,
  languages: [
    ...new Set([
      ...(labels?.['language'] === undefined ? [] : [labels['language']]),
      ...(verifiedLanguages ?? []).map(({ language }) => language),
    ]),
  ],
});

/** ElevenLabs through the official SDK. */
export const createElevenLabsSpeech = (settings: ElevenLabs): Speech => {
  let client: ReturnType<typeof connect> | null = null;
  const connected = () => (client ??= connect(settings));
  return {
    name: 'elevenlabs',
    voiceOf: (language) => {
      const voice = settings.voices[language];
      return voice === undefined ? null : `elevenlabs:${model}:${voice}`;
    },
    async speak({ text, language }) {
      const voice = settings.voices[language];
      if (voice === undefined) return { outcome: 'failed', failure: 'refused' };
      try {
        const { textToSpeech } = await connected();
        const request = { text, modelId: model, outputFormat: 'ulaw_8000' } as const;
        const { data, rawResponse } = await textToSpeech.convert(voice, request).withRawResponse();
        const samples = await read(data);
        // An answer in JSON or without any sound would be noise in a caller's ear.
        const isSound = !(rawResponse.headers.get('content-type') ?? '').includes('json');
        if (!isSound || samples.length === 0) return { outcome: 'failed', failure: 'no-answer' };
        return { outcome: 'audio', wave: mulawWave(samples) };
      } catch (error) {
        return { outcome: 'failed', failure: failureOf(error) };
      }
    },
    async voices() {
      try {
        const answer = await (await connected()).voices.search({ pageSize: 100 });
        return { outcome: 'voices', voices: (answer.voices as SdkVoice[]).map(voiceOf) };
      } catch (error) {
        return { outcome: 'failed', failure: failureOf(error) };
      }
    },
  };
};
