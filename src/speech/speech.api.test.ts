import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { createElevenLabsSpeech } from '../ports/speech/elevenlabs/elevenlabs-speech.ts';
import { noSpeech } from '../ports/speech/none/no-speech.ts';
import { startSpeechVendor } from '../ports/speech/vendor-on-trial.ts';
import { inClinic } from '../platform/database/database.ts';
import { createLog } from '../platform/log.ts';
import { createSecrets } from '../platform/secrets.ts';
import type { VoiceStep } from '../ports/carrier/voice-steps.ts';
import { createSpeakPrompts } from './speak-prompts.ts';
import { hookAddress } from '../calls/call-links.ts';

const vendor = await startSpeechVendor('eleven');
const app = await startDemoApp({
  SPEECH: 'elevenlabs',
  ELEVENLABS_API_KEY: 'eleven',
  ELEVENLABS_URL: vendor.url,
  SPEECH_VOICE_EN: 'voice-en',
});
const [lakeside] = app.clinics;
const path = `/api/v1/clinics/${lakeside.id}/speech`;
const owner = 'margaret.chen@lakeside.example';
const secrets = createSecrets(new Uint8Array(32).fill(7));

test('a text is spoken once and kept; a language without a voice is left to the browser', async () => {
  for (const _ of [1, 2]) {
    const answer = await app.as(owner, 'POST', path, { text: 'For billing, press 1.', language: 'en' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'audio/wav');
    assert.equal((await answer.bytes()).length, 8058);
  }
  assert.deepEqual(vendor.asked(), ['For billing, press 1.']);
  assert.equal((await app.as(owner, 'POST', path, { text: 'Hallo', language: 'de' })).status, 204);
  vendor.answerNext('wrong-key');
  const failed = await app.as(owner, 'POST', path, { text: 'Something new', language: 'en' });
  vendor.answerNext('speaks');
  assert.equal(failed.status, 502);
  assert.equal(((await failed.json()) as { code: string }).code, 'speech-failed');
});

test('prompts are said by the carrier until they are ready, then played from a signed address', async () => {
  const { database, clock } = app;
  const log = createLog('silent');
  const speech = createElevenLabsSpeech({
    apiKey: 'eleven',
    baseUrl: vendor.url,
    voices: { en: 'voice-en' },
  });
  const spoken = createSpeakPrompts({ database, clock, log, secrets, speech });
  const steps: VoiceStep[] = [
    { do: 'say', text: 'Welcome.', language: 'en' },
    {
      do: 'gather',
      hook: { endpoint: 'ivr-gather', query: {} },
      digits: 1,
      timeoutSeconds: 5,
      emptyToo: true,
      prompts: [
        { do: 'say', text: 'Press 1.', language: 'en' },
        { do: 'say', text: 'Drücken Sie die 1.', language: 'de' },
      ],
    },
    { do: 'hang-up' },
  ];
  const ask = () => inClinic(database, lakeside.id, (trx) => spoken(trx, steps));
  assert.deepEqual(await ask(), steps);
  let later = await ask();
  for (const until = Date.now() + 60_000; later[0]?.do !== 'play' && Date.now() < until; later = await ask())
    await new Promise((resolve) => setImmediate(resolve));
  const [first, menu] = later;
  assert.ok(first?.do === 'play' && menu?.do === 'gather');
  assert.deepEqual(menu.prompts[1], { do: 'say', text: 'Drücken Sie die 1.', language: 'de' });

  const address = hookAddress(app.url, first.hook);
  const sound = await fetch(address);
  assert.deepEqual([sound.status, sound.headers.get('content-type')], [200, 'audio/wav']);
  assert.equal((await sound.bytes()).length, 8058);
  const other = app.clinics[1].id;
  const forged = createHmac('sha256', 'guess').update('x').digest('base64url').slice(0, 22);
  const own = first.hook.query['signature'] ?? '';
  assert.equal((await fetch(address.replace(own, forged))).status, 403);
  assert.equal((await fetch(address.replace(lakeside.id, other))).status, 403);
});

test('without a speech service nothing is asked and nothing changes', async () => {
  const { database, clock } = app;
  const spoken = createSpeakPrompts({ database, clock, log: createLog('silent'), secrets, speech: noSpeech });
  const steps: VoiceStep[] = [{ do: 'say', text: 'Welcome.', language: 'en' }];
  assert.equal(await inClinic(database, lakeside.id, (trx) => spoken(trx, steps)), steps);
});

test.after(() => vendor.stop());
