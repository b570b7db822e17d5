import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSpeech } from './no-speech.ts';

test('without a speech service no language is spoken and there is no voice to choose', async () => {
  assert.deepEqual([noSpeech.voiceOf('en'), noSpeech.voiceOf('de')], [null, null]);
  assert.equal((await noSpeech.speak({ text: 'Hello', language: 'en' })).outcome, 'failed');
  assert.deepEqual(await noSpeech.voices(), { outcome: 'voices', voices: [] });
});
