import assert from 'node:assert/strict';
import { transcriptionConformance } from '../transcription.conformance.ts';
import { startVendor } from '../vendor-on-trial.ts';
import { createElevenLabsTranscription } from './elevenlabs-transcription.ts';

const can = ['text', 'busy', 'broken', 'wrong-key', 'refused-audio', 'garbage', 'silence'] as const;

transcriptionConformance('elevenlabs', can, async () => {
  const vendor = await startVendor(
    (text) => ({ language_code: 'deu', language_probability: 0.98, text, words: [] }),
    ({ path, headers, form }) => {
      assert.equal(path.split('?')[0], '/v1/speech-to-text');
      assert.equal(headers['xi-api-key'], 'key');
      assert.equal(form.get('model_id'), 'scribe_v2');
      assert.equal(form.get('language_code'), 'de');
      const file = form.get('file');
      assert.ok(file instanceof File && file.name.endsWith('.wav') && file.size === 364);
    },
  );
  const transcription = createElevenLabsTranscription({
    apiKey: 'key',
    baseUrl: vendor.url,
    timeoutMs: 5000, // of which a busy machine may need a good part
  });
  return { transcription, answerNext: vendor.answerNext, stop: vendor.stop };
});
