import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { createSecrets } from '../platform/secrets.ts';
import { commentOf } from '../sandbox/calls/wave-comment.ts';
import { playGreetings } from './greeting-link.ts';
import { removeUnusedGreetings } from './keep-greetings.ts';
import type { DraftView } from './rules/draft-view.ts';
import { waveOf } from './rules/wave-on-trial.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const routing = `/api/v1/clinics/${english.id}/routing`;
const secrets = createSecrets(new Uint8Array(32).fill(7));

const upload = async (
  bytes: Uint8Array,
  { email = manager, transcript = 'We are on holiday.', type = 'audio/wav' } = {},
) => {
  const query = new URLSearchParams({ language: 'en', transcript });
  const answer = await fetch(`${app.url}${routing}/greetings?${query}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${await app.tokenOf(email)}` },
    body: Buffer.from(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as { id: string; code?: string } };
};
const get = (path: string, email = manager) => app.as(email, 'GET', path);
const draft = async () => (await (await get(`${routing}/draft`)).json()) as DraftView;

/** The address that the carrier is told to play. */
const playedAt = (clinicId: string, recording: string): string => {
  const [step] = playGreetings(secrets, clinicId, [{ do: 'say', text: 'typed', language: 'en', recording }]);
  assert.ok(step?.do === 'play');
  return `${app.url}/api/twilio/voice/${step.hook.endpoint}?${new URLSearchParams(step.hook.query)}`;
};

describe('a recorded greeting', () => {
  test('is heard in the portal, and by the carrier with its words as the caption', async () => {
    const { status, body } = await upload(waveOf({ seconds: 2 }));
    assert.equal(status, 201);
    const audio = await get(`${routing}/greetings/${body.id}/audio`);
    assert.equal(audio.headers.get('content-type'), 'audio/wav');
    const played = await fetch(playedAt(english.id, body.id));
    assert.equal(played.status, 200);
    assert.equal(commentOf(await played.bytes()), 'We are on holiday.');
    const kept = (await draft()).directory.recordings.find(({ id }) => id === body.id);
    assert.deepEqual([kept?.seconds, kept?.language, kept?.transcript], [2, 'en', 'We are on holiday.']);
  });

  test('is played only from a signed address, and nobody signs for another clinic', async () => {
    const { body } = await upload(waveOf());
    const address = playedAt(english.id, body.id);
    assert.equal((await fetch(address.replace(/signature=.*/, 'signature=AAAA'))).status, 403);
    assert.equal((await fetch(address.replace(english.id, german.id))).status, 403);
    assert.equal((await fetch(playedAt(german.id, body.id))).status, 404);
    assert.equal((await fetch(`${app.url}/api/twilio/voice/greetings`)).status, 400);
    const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
    assert.equal((await get(`${routing}/greetings/${body.id}/audio`, stranger)).status, 404);
    assert.equal(
      (await get(`/api/v1/clinics/${german.id}/routing/greetings/${body.id}/audio`, stranger)).status,
      404,
    );
  });

  test('that is no such file is refused, and nobody but managers records', async () => {
    const refused = await upload(new TextEncoder().encode('<html>'));
    assert.deepEqual([refused.status, refused.body.code], [400, 'invalid']);
    assert.equal((await upload(waveOf(), { type: 'application/octet-stream' })).status, 415);
    assert.equal((await upload(waveOf(), { email: 'olivia.martin@lakeside.example' })).status, 403);
  });

  test('takes the place of the typed text once it is published, and stays while a publication names it', async () => {
    const { body } = await upload(waveOf());
    const unused = (await upload(waveOf())).body.id;
    const { document, revision } = await draft();
    const greeting = { text: { en: 'Typed.' }, recordings: { en: body.id } };
    const saved = (await (
      await app.as(manager, 'PUT', `${routing}/draft`, {
        document: { ...document, settings: { ...document.settings, greeting } },
        revision,
      })
    ).json()) as DraftView;
    const published = await app.as(manager, 'POST', `${routing}/draft/publish`, { revision: saved.revision });
    assert.equal(published.status, 200);
    app.clock.advance({ hours: 25 });
    await removeUnusedGreetings(app);
    const left = await inClinic(app.database, english.id, (trx) =>
      trx.selectFrom('greeting_recordings').select('id').execute(),
    );
    assert.ok(left.some(({ id }) => id === body.id));
    assert.ok(!left.some(({ id }) => id === unused));
  });

  test('that is gone keeps a draft from being published', async () => {
    const { document, revision } = await draft();
    const voicemail = { text: {}, recordings: { de: crypto.randomUUID() } };
    await app.as(manager, 'PUT', `${routing}/draft`, {
      document: { ...document, settings: { ...document.settings, voicemail } },
      revision,
    });
    const { problems } = (await (await get(`${routing}/draft/problems`)).json()) as { problems: unknown[] };
    assert.deepEqual(problems, [
      { path: ['settings', 'voicemail', 'recordings', 'de'], code: 'recording-gone', severity: 'error' },
    ]);
  });
});
