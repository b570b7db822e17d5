import assert from 'node:assert/strict';
import { transcriptionConformance } from '../transcription.conformance.ts';
import { startVendor } from '../vendor-on-trial.ts';
import { createOpenAiTranscription } from './openai-transcription.ts';

const can = ['text', 'busy', 'broken', 'wrong-key', 'refused-audio', 'garbage', 'silence'] as const;

transcriptionConformance('openai-compatible', can, async () => {
  const vendor = await startVendor(
    (text) => ({ text, usage: { type: 'duration', seconds: 1 } }),
    ({ path, headers, form }) => {
      assert.equal(path, '/v1/audio/transcriptions');
      assert.equal(headers.authorization, 'Bearer key');
      assert.equal(form.get('model'), 'whisper-1');
      assert.equal(form.get('language'), 'de');
      const file = form.get('file');
      assert.ok(file instanceof File && file.name.endsWith('.wav') && file.size === 364);
    },
  );
  const transcription = createOpenAiTranscription({
    baseUrl: `${vendor.url}/v1`,
    apiKey: 'key',
    model: 'whisper-1',
    timeoutMs: 5000, // of which a busy machine may need a good part
  });
  return { transcription, answerNext: vendor.answerNext, stop: vendor.stop };
});
