import { z } from 'zod';
import { failedStatus, textResult, type Transcription } from '../transcription.port.ts';

const answerSchema = z.object({ text: z.string() });

type OpenAiCompatible = {
  /** up to and including the version, e.g. https://api.openai.com/v1 */
  baseUrl: string;
  /** null: a server of one's own without a key */
  apiKey: string | null;
  model: string;
  timeoutMs?: number;
};

/** Any server that has OpenAI's `POST /audio/transcriptions`: OpenAI itself, whisper.cpp, vLLM, Speaches, … */
export const createOpenAiTranscription = ({
  baseUrl,
  apiKey,
  model,
  timeoutMs = 120_000,
}: OpenAiCompatible): Transcription => ({
  name: 'openai',
  needsCarrierRecording: false,
  async transcribe({ audio, language }) {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(audio)], { type: 'audio/wav' }), 'voicemail.wav');
    form.set('model', model);
    form.set('language', language);
    form.set('response_format', 'json');
    try {
      const answer = await fetch(`${baseUrl}/audio/transcriptions`, {
        method: 'POST',
        headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
        body: form,
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!answer.ok) {
        await answer.body?.cancel();
        return failedStatus(answer.status);
      }
      const parsed = answerSchema.safeParse(await answer.json());
      return parsed.success
        ? textResult(parsed.data.text)
        : { outcome: 'retry-later', reason: 'unexpected answer' };
    } catch (error) {
      return { outcome: 'retry-later', reason: error instanceof Error ? error.name : 'unknown' };
    }
  },
});
