import assert from 'node:assert/strict';
import test from 'node:test';
import twilio from 'twilio';
import { CLINIC, runningCarrier } from './testing/running-carrier.ts';

const PATIENT = '/handsets/%2B13125550101';

test('a script is a caller and a receptionist: menu, key, ring, accept, talk, hang up', async (t) => {
  const carrier = await runningCarrier({
    '/voice': () => '<Gather action="/chosen" numDigits="1"><Say>Press 1 for billing.</Say></Gather>',
    '/chosen': () =>
      '<Dial action="/done"><Client><Identity>anna</Identity><Parameter name="menu" value="billing"/></Client></Dial>',
    '/done': () => '<Say>Goodbye.</Say>',
  });
  t.after(() => carrier.close());
  const { http } = carrier;
  assert.equal((await http('POST', '/clients', { token: await carrier.token('anna') })).status, 201);
  await http('PUT', PATIENT, { name: 'Dana Hill', role: 'patient' });

  const dialled = await http('POST', `${PATIENT}/dial`, { to: CLINIC });
  assert.equal(dialled.status, 201);
  await carrier.until(async () => JSON.stringify((await http('GET', PATIENT)).body).includes('Press 1'));
  const pressed = await http('POST', `${PATIENT}/keys`, { digits: '1' });
  assert.equal(pressed.status, 204);
  await carrier.until(async () =>
    JSON.stringify((await http('GET', '/clients/anna')).body).includes('ringing'),
  );
  const ringing = (await http('GET', '/clients/anna')).body;
  assert.deepEqual(ringing.calls[0]?.parameters, { menu: 'billing' });
  assert.equal(ringing.calls[0]?.from, '+13125550101');
  assert.equal((await http('POST', '/clients/anna/accept', {})).status, 204);
  await carrier.until(async () => {
    const { call } = (await http('GET', PATIENT)).body;
    return call.connectedTo === 'client:anna';
  });
  await http('POST', `${PATIENT}/say`, { words: 'Hello?' });
  assert.equal((await http('POST', '/clients/anna/hangup', {})).status, 204);
  await carrier.until(async () => (await http('GET', PATIENT)).body['state'] === 'idle');
  await carrier.until(() => carrier.received.some(({ path }) => path === '/status'));

  const heard = JSON.stringify((await http('GET', PATIENT)).body['heard']);
  assert.match(heard, /Goodbye/);
  const events = (await http('GET', '/clients/anna/events?after=0')).body['events'];
  assert.deepEqual(
    events.map(({ type }: { type: string }) => type),
    ['ringing', 'connected', 'bridged', 'heard', 'unbridged', 'ended'],
  );
  for (const { path, form, signature } of carrier.received) {
    assert.ok(
      twilio.validateRequest(carrier.account.authToken, signature, carrier.customerUrl + path, form),
      path,
    );
  }
  const story = (await http('GET', `/calls/${String(dialled.body['callSid'])}`)).body;
  assert.equal(story.children.length, 1);
  assert.ok(story.entries.length > 10);
});

test('requests that a foreign page could cause are refused', async (t) => {
  const carrier = await runningCarrier({});
  t.after(() => carrier.close());
  const api = `${carrier.url}/telephones/api${PATIENT}/dial`;
  const form = await fetch(api, { method: 'POST', body: new URLSearchParams({ to: CLINIC }) });
  assert.equal(form.status, 415);
  const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
  const foreign = await fetch(api, { method: 'POST', headers, body: JSON.stringify({ to: CLINIC }) });
  assert.equal(foreign.status, 403);
  assert.equal((await carrier.http('POST', `${PATIENT}/answer`, {})).status, 404);
  assert.equal((await carrier.http('POST', `${PATIENT}/dial`, { to: '+19995550000' })).status, 404);
  assert.equal((await carrier.http('POST', `${PATIENT}/answer`, {})).status, 409);
  assert.equal((await carrier.http('PUT', '/handsets/12', {})).status, 400);
});
