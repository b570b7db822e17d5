import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { startTwilioAccount, trialKey, trialSid } from '../ports/carrier/twilio/account-on-trial.ts';
import { startSpeechVendor } from '../ports/speech/vendor-on-trial.ts';
import { startVendor } from '../ports/transcription/vendor-on-trial.ts';
import type { InstallationView } from './rules/settings-view.ts';
import type { CarrierTrial, MailTrial, ServiceTrial } from './rules/trial-results.ts';

const twilio = await startTwilioAccount();
const vendor = await startSpeechVendor('eleven');
after(async () => {
  await twilio.stop();
  await vendor.stop();
});
const app = await startDemoApp({ TWILIO_API_URL: twilio.url, ELEVENLABS_URL: vendor.url });
const [lakeside] = app.clinics;
const admin = 'margaret.chen@lakeside.example';
const base = '/api/v1/installation/settings';
const carrier = {
  kind: 'twilio',
  accountSid: trialSid,
  authToken: 'right-token',
  apiKeySid: trialKey.sid,
  apiKeySecret: trialKey.secret,
};
const ask = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
  const answer = await app.as(admin, method, `${base}${path}`, body);
  const text = await answer.text();
  assert.equal(answer.status, status, `${method} ${path}: ${text}`);
  return JSON.parse(text) as T;
};
const codeOf = async (body: unknown, path: string, status: number) =>
  (await ask<{ code: string; detail?: string }>('PUT', path, body, status)).code;

test('only who looks after the installation may see or change this', async () => {
  for (const email of [
    'daniel.brooks@lakeside.example',
    app.clinics[1].staff.find((one) => one.role === 'owner')!.email,
  ]) {
    assert.equal((await app.as(email, 'GET', base)).status, 403);
    assert.equal((await app.as(email, 'PUT', `${base}/carrier`, { kind: 'sandbox' })).status, 403);
  }
  assert.equal((await fetch(app.url + base)).status, 401);
  const view = await ask<InstallationView>('GET', '');
  assert.deepEqual(
    [view.carrier.kind, view.carrier.setBy, view.mail.kind],
    ['sandbox', 'default', 'default'],
  );
});

test('a wrong Twilio token says so, and nothing is changed', async () => {
  const settings = { ...carrier, authToken: 'wrong' };
  const { findings } = await ask<CarrierTrial>('POST', '/carrier/test', { settings });
  assert.ok(findings.some(({ finding }) => finding === 'wrong-credentials'));
  assert.equal(await codeOf(settings, '/carrier', 409), 'carrier-not-ready');
  assert.equal((await ask<InstallationView>('GET', '')).carrier.kind, 'sandbox');
});

test('the carrier is not changed while a call runs', async () => {
  const count = (status: string) =>
    inClinic(app.database, lakeside.id, (trx) =>
      sql`INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status, status_since, state, started_at, ended_at, last_fact_at)
        VALUES (${lakeside.id}, ${'01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3'}, 'CA1', 'inbound', 'anonymous', '+13125550100', 'en', ${status}, now(), '{}', now(), ${status === 'ended' ? 'now' : null}::timestamptz, now())
        ON CONFLICT (clinic_id, id) DO UPDATE SET status = excluded.status, ended_at = excluded.ended_at`.execute(
        trx,
      ),
    );
  await count('menu');
  assert.equal(await codeOf(carrier, '/carrier', 409), 'calls-running');
  await count('ended');
});

test('a change is in force at once, survives a restart, and never shows its secrets', async () => {
  const view = await ask<InstallationView>('PUT', '/carrier', carrier);
  assert.deepEqual(
    [view.carrier.kind, view.carrier.accountSid, view.carrier.hasAuthToken, view.carrier.changedBy],
    ['twilio', trialSid, true, 'Margaret Chen'],
  );
  assert.doesNotMatch(JSON.stringify(view), /right-token|key-secret/);
  const rows = await sql<{
    text: string;
  }>`SELECT encode(sealed, 'escape') AS text FROM installation_settings`.execute(app.database);
  assert.doesNotMatch(JSON.stringify(rows.rows), /right-token|key-secret/);
  const softphone = await app.as(
    'olivia.martin@lakeside.example',
    'POST',
    `/api/v1/clinics/${lakeside.id}/softphone/token`,
    {},
  );
  assert.equal(((await softphone.json()) as { carrier: string }).carrier, 'twilio');
  // A token that is left out stays, for the same account only.
  const { authToken: _, ...without } = carrier;
  await ask('PUT', '/carrier', without);
  assert.equal(await codeOf({ ...without, accountSid: `AC${'3'.repeat(32)}` }, '/carrier', 400), 'invalid');
  const { findings } = await ask<CarrierTrial>('POST', '/carrier/test', {});
  assert.ok(
    findings.some(({ finding, number }) => finding === 'number-missing' && number === lakeside.phoneNumber),
  );
  await ask('POST', '/carrier/connect', { phoneNumber: lakeside.phoneNumber }, 502);
  await ask('POST', '/carrier/connect', { phoneNumber: '+15005550006' }, 404);
});

test('every clinic’s audit log says who changed the carrier', async () => {
  for (const { id } of app.clinics) {
    const { rows } = await inClinic(app.database, id, (trx) =>
      sql<{
        kind: string;
      }>`SELECT detail->>'kind' AS kind FROM audit_log WHERE clinic_id = ${id} AND action = 'installation.carrier-changed'`.execute(
        trx,
      ),
    );
    assert.deepEqual(new Set(rows.map(({ kind }) => kind)), new Set(['twilio']));
  }
});

const startMailServer = async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('535 5.7.8 bad password')),
    onRcptTo: ({ address }, _session, done) => {
      received.push(address);
      done();
    },
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  after(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, received };
};

test('a test mail goes to the one who asks, and a refusal comes with the server’s words', async () => {
  const { port, received } = await startMailServer();
  const mail = {
    kind: 'smtp',
    host: '127.0.0.1',
    port,
    security: 'none',
    user: 'desk',
    password: 'wrong',
    from: 'Desk <desk@clinic.example>',
  };
  const refused = await ask<MailTrial>('POST', '/mail/test', { settings: mail, language: 'en' });
  assert.deepEqual([refused.sent, refused.failure], [false, 'login']);
  assert.match(refused.words ?? '', /535/);
  await ask('PUT', '/mail', { ...mail, password: 'right' });
  const sent = await ask<MailTrial>('POST', '/mail/test', { language: 'de' });
  assert.deepEqual([sent.sent, sent.to, received], [true, admin, [admin]]);
  const closed = await ask<MailTrial>('POST', '/mail/test', {
    settings: { ...mail, port: 9, password: 'x' },
    language: 'en',
  });
  assert.equal(closed.failure, 'refused');
  assert.equal(
    await codeOf({ ...mail, password: undefined, host: 'other.example' }, '/mail', 400),
    'invalid',
  );
});

test('voices are listed with a key that is not kept yet; a wrong key says so', async () => {
  const settings = { kind: 'elevenlabs', apiKey: 'eleven', voices: { en: null, de: null } };
  const { voices } = await ask<{ voices: { name: string }[] }>('POST', '/speech/voices', { settings });
  assert.deepEqual(
    voices.map(({ name }) => name),
    ['Rachel', 'Hanna'],
  );
  const wrong = await ask<{ failure: string }>('POST', '/speech/voices', {
    settings: { ...settings, apiKey: 'no' },
  });
  assert.equal(wrong.failure, 'wrong-key');
  await ask('PUT', '/speech', { ...settings, voices: { en: 'voice-en', de: null } });
  const spoken = await app.as(admin, 'POST', `/api/v1/clinics/${lakeside.id}/speech`, {
    text: 'Hello',
    language: 'en',
  });
  assert.equal(spoken.status, 200);
});

test('a transcription service is tried out: what is wrong with it is said, and nothing is kept', async () => {
  const writer = await startVendor(
    (text) => ({ text }),
    () => {},
  );
  const settings = { kind: 'openai', url: `${writer.url}/v1`, model: 'small', apiKey: 'key' };
  const tried = async (answer: Parameters<typeof writer.answerNext>[0]): Promise<unknown> => {
    writer.answerNext(answer);
    return (await ask<ServiceTrial>('POST', '/transcription/test', { settings })).failure;
  };
  assert.equal(await tried({ kind: 'text', text: '' }), null);
  assert.equal(await tried({ kind: 'wrong-key' }), 'wrong-key');
  assert.equal(await tried({ kind: 'busy' }), 'busy');
  assert.equal(await tried({ kind: 'refused-audio' }), 'refused');
  assert.equal(await tried({ kind: 'garbage' }), 'refused');
  await writer.stop();
  assert.equal(await tried({ kind: 'text', text: '' }), 'no-answer');
  assert.equal((await ask<InstallationView>('GET', '')).transcription.kind, 'carrier');
});

test('what the environment decides cannot be changed here', async () => {
  const other = await startDemoApp({ TRANSCRIPTION: 'none', CARRIER: 'sandbox' });
  const view = (await (await other.as(admin, 'GET', base)).json()) as InstallationView;
  assert.deepEqual(
    [view.transcription.setBy, view.transcription.variables],
    ['environment', ['TRANSCRIPTION']],
  );
  for (const [section, body] of [
    ['transcription', { kind: 'carrier' }],
    ['carrier', { kind: 'sandbox' }],
  ] as const) {
    const answer = await other.as(admin, 'PUT', `${base}/${section}`, body);
    assert.equal(answer.status, 409);
    assert.equal(((await answer.json()) as { code: string }).code, 'set-by-environment');
  }
});
