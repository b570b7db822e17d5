import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { Browser } from './testing/browser.ts';
import { CLINIC, runningCarrier, type RunningCarrier } from './testing/running-carrier.ts';

const NUMBER = '+13125550101';
const PATIENT = '/handsets/%2B13125550101';
const RING_ANNA =
  '<Dial action="/done"><Client><Identity>anna</Identity><Parameter name="k" value="v"/></Client></Dial>';

async function starting(t: TestContext, voice = RING_ANNA) {
  const carrier = await runningCarrier({ '/voice': () => voice, '/done': () => '<Pause length="600"/>' });
  const browsers: Browser[] = [];
  t.after(async () => {
    for (const browser of browsers) browser.close();
    await carrier.close();
  });
  const open = (path: string, options = {}): Browser => {
    const browser = new Browser(carrier.url + path, options);
    browsers.push(browser);
    return browser;
  };
  const client = async (identity: string): Promise<Browser> => {
    const browser = open(`/client?token=${await carrier.token(identity)}`);
    await browser.hears('registered');
    return browser;
  };
  return { carrier, open, client };
}

const dial = (carrier: RunningCarrier) => carrier.http('POST', `${PATIENT}/dial`, { to: CLINIC });

test('a client is rung with its parameters, accepts, talks, and hangs up', async (t) => {
  const { carrier, client } = await starting(t);
  const anna = await client('anna');
  await dial(carrier);
  const incoming = await anna.hears('incoming');
  assert.equal(incoming['from'], NUMBER);
  assert.deepEqual(incoming['parameters'], { k: 'v' });
  anna.say({ t: 'accept', callSid: incoming['callSid'] });
  await anna.hears('connected');
  await carrier.http('POST', `${PATIENT}/say`, { words: 'Hello' });
  assert.equal((await anna.hears('heard'))['text'], 'Hello');
  anna.say({ t: 'ping' });
  await anna.hears('pong');
  anna.say({ t: 'hangup', callSid: incoming['callSid'] });
  assert.equal((await anna.hears('ended'))['status'], 'completed');
});

test('two browsers of one person ring together; one accepts, the other is told', async (t) => {
  const { carrier, client } = await starting(t);
  const [desk, phone] = [await client('anna'), await client('anna')];
  await dial(carrier);
  const { callSid } = await desk.hears('incoming');
  await phone.hears('incoming');
  phone.say({ t: 'accept', callSid });
  await phone.hears('connected');
  await desk.hears('cancelled');
  desk.say({ t: 'accept', callSid });
  await desk.hears('cancelled');
});

test('one browser declines and the other rings on; when both have, the caller finds her busy', async (t) => {
  const { carrier, client } = await starting(t);
  const [desk, phone] = [await client('anna'), await client('anna')];
  await dial(carrier);
  const { callSid } = await desk.hears('incoming');
  desk.say({ t: 'decline', callSid });
  await desk.hears('cancelled');
  assert.ok(!carrier.received.some(({ path }) => path === '/done'));
  phone.say({ t: 'decline', callSid });
  await carrier.until(() => carrier.received.some(({ form }) => form['DialCallStatus'] === 'busy'));
});

test('a reload keeps the call, and the voices are joined afresh', async (t) => {
  const { carrier, client, open } = await starting(t);
  await carrier.http('PUT', PATIENT, {});
  const page = open('/telephones/socket', { origin: carrier.url });
  await page.hears('handsets');
  page.say({ t: 'media', number: NUMBER, ready: true });
  const anna = await client('anna');
  await dial(carrier);
  const { callSid } = await anna.hears('incoming');
  anna.say({ t: 'accept', callSid });
  const here = await anna.hears('bridge');
  const there = await page.hears('bridge');
  assert.equal(here['bridgeId'], there['bridgeId']);
  assert.equal(there['number'], NUMBER);
  assert.notEqual(here['offer'], there['offer']);

  page.say({ t: 'signal', number: NUMBER, bridgeId: there['bridgeId'], data: { sdp: 'offer' } });
  assert.deepEqual((await anna.hears('signal'))['data'], { sdp: 'offer' });
  anna.say({ t: 'signal', bridgeId: here['bridgeId'], data: { sdp: 'answer' } });
  assert.deepEqual((await page.hears('signal'))['data'], { sdp: 'answer' });

  anna.close();
  assert.equal((await page.hears('unbridge'))['bridgeId'], there['bridgeId']);
  const again = open(`/client?token=${await carrier.token('anna')}`);
  const { calls } = await again.hears('registered');
  assert.deepEqual(calls, [
    { callSid, state: 'connected', from: NUMBER, to: 'client:anna', parameters: { k: 'v' } },
  ]);
  const fresh = await again.hears('bridge');
  assert.notEqual(fresh['bridgeId'], here['bridgeId']);
  assert.equal((await page.hears('bridge'))['bridgeId'], fresh['bridgeId']);
});

test('a browser that does not come back ends its call after ten seconds', async (t) => {
  const { carrier, client } = await starting(t);
  const anna = await client('anna');
  await dial(carrier);
  const { callSid } = await anna.hears('incoming');
  anna.say({ t: 'accept', callSid });
  await anna.hears('connected');
  anna.close();
  await carrier.until(() => carrier.received.some(({ form }) => form['DialCallStatus'] === 'completed'));
  const { body } = await carrier.http('GET', `/calls/${String(callSid)}`);
  assert.ok(body.call.durationSeconds >= 10 && body.call.durationSeconds <= 15);
});

test('a client that opens while it rings is told at once', async (t) => {
  const { carrier, client, open } = await starting(t);
  const first = await client('anna');
  await dial(carrier);
  await first.hears('incoming');
  const second = open(`/client?token=${await carrier.token('anna')}`);
  const { calls } = await second.hears('registered');
  assert.equal(calls[0].state, 'ringing');
});

test('bad tokens are refused: forged, expired account, none', async (t) => {
  const { carrier, open } = await starting(t);
  const good = await carrier.token('anna');
  for (const token of ['', 'nonsense', `${good}x`]) {
    const browser = open(`/client?token=${token}`);
    await carrier.until(() => browser.closeCode !== null);
    assert.equal(browser.closeCode, 4401);
  }
});

test('the telephones page sees what happens, and a foreign page sees nothing', async (t) => {
  const { carrier, open } = await starting(t, '<Say>Welcome.</Say>');
  await carrier.http('PUT', PATIENT, { name: 'Dana Hill', role: 'patient' });
  const page = open('/telephones/socket', { origin: carrier.url });
  const { handsets } = await page.hears('handsets');
  assert.equal(handsets[0].name, 'Dana Hill');
  await dial(carrier);
  const first = await page.hears('event');
  assert.equal(first['number'], NUMBER);
  assert.equal(first['event'].type, 'connected');
  assert.equal((await page.hears('event'))['event'].text, 'Welcome.');

  const foreign = open('/telephones/socket', { origin: 'https://evil.example' });
  await carrier.until(() => foreign.closeCode !== null);
  assert.deepEqual(foreign.told, []);
});

test('a page that is closed in mid-call ends the call of the microphone it lent', async (t) => {
  const { carrier, open } = await starting(t, '<Pause length="1"/><Say>Welcome.</Say><Pause length="600"/>');
  await carrier.http('PUT', PATIENT, {});
  const page = open('/telephones/socket', { origin: carrier.url });
  await page.hears('handsets');
  page.say({ t: 'media', number: NUMBER, ready: true });
  await dial(carrier);
  await carrier.until(async () => (await carrier.http('GET', PATIENT)).body.state === 'in-call');
  page.close();
  await carrier.until(async () => (await carrier.http('GET', PATIENT)).body.state === 'idle');
});

test('what is said wrongly is answered, and nothing breaks', async (t) => {
  const { carrier, client } = await starting(t);
  const anna = await client('anna');
  anna.say({ t: 'dance' });
  await anna.hears('error');
  anna.say({ t: 'accept', callSid: 'CA0' });
  await anna.hears('error');
  anna.say({ t: 'signal', bridgeId: 'none', data: {} });
  anna.say({ t: 'ping' });
  await anna.hears('pong');
  assert.equal((await carrier.http('GET', '/clients/anna')).status, 200);
});
