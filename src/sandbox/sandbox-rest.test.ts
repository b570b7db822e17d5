import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sdkFor, startSandboxWorld } from '../../test/fixtures/sandbox-customer.ts';

const ANNA = '+13125550111';

describe('the REST API by the official SDK', () => {
  it('knows its account, and nobody without the token (20003)', async (t) => {
    const { client, sandbox } = await startSandboxWorld(t);
    const account = await client.api.v2010.accounts(sandbox.accountSid).fetch();
    assert.equal(account.status, 'active');
    const stranger = sdkFor({ ...sandbox, authToken: '0'.repeat(32) });
    await assert.rejects(stranger.calls.list(), { status: 401, code: 20003 });
    const open = await fetch(`${sandbox.baseUrl}/2010-04-01/Accounts/${sandbox.accountSid}/Calls.json`);
    assert.equal(open.status, 401);
  });

  it('says of what does not exist that it does not (20404)', async (t) => {
    const { client, sandbox } = await startSandboxWorld(t);
    const sid = `CA${'0'.repeat(32)}`;
    await assert.rejects(client.calls(sid).fetch(), { status: 404, code: 20404 });
    await assert.rejects(client.calls(sid).update({ status: 'completed' }), { status: 404, code: 20404 });
    await assert.rejects(client.recordings(sid).remove(), { status: 404, code: 20404 });
    await assert.rejects(client.conferences.list(), { status: 404, code: 20404 });
    const authorization = `Basic ${Buffer.from(`${sandbox.accountSid}:${sandbox.authToken}`).toString('base64')}`;
    const answer = await fetch(`${sandbox.baseUrl}/2010-04-01/Accounts/${sandbox.accountSid}/Nothing.json`, {
      headers: { authorization },
    });
    assert.deepEqual(Object.keys((await answer.json()) as object), [
      'code',
      'message',
      'more_info',
      'status',
    ]);
  });

  it('takes, finds, configures and gives back numbers', async (t) => {
    const { client, customer, number } = await startSandboxWorld(t);
    const second = await client.incomingPhoneNumbers.create({
      phoneNumber: '+4930901820',
      friendlyName: 'Praxis',
    });
    assert.match(second.sid, /^PN[0-9a-f]{32}$/);
    assert.equal(second.voiceMethod, 'POST');
    assert.equal((await client.incomingPhoneNumbers.list()).length, 2);
    const [first] = await client.incomingPhoneNumbers.list({ phoneNumber: number });
    assert.equal(first?.voiceUrl, customer.url('/voice'));
    const changed = await client.incomingPhoneNumbers(second.sid).update({
      voiceUrl: 'https://example.org/voice',
      voiceMethod: 'GET',
      statusCallback: 'https://example.org/status',
    });
    assert.equal(changed.voiceUrl, 'https://example.org/voice');
    assert.equal(changed.voiceMethod, 'GET');
    assert.equal(changed.friendlyName, 'Praxis');
    const cleared = await client.incomingPhoneNumbers(second.sid).update({ voiceUrl: '' });
    assert.equal(cleared.voiceUrl, '');
    assert.equal(cleared.statusCallback, 'https://example.org/status');
    await assert.rejects(client.incomingPhoneNumbers.create({ phoneNumber: number }), { code: 21422 });
    await assert.rejects(client.incomingPhoneNumbers.create({ phoneNumber: 'pizza' }), { code: 21421 });
    await assert.rejects(client.incomingPhoneNumbers(second.sid).update({ smsUrl: 'nowhere' }), {
      code: 21402,
    });
    await client.incomingPhoneNumbers(second.sid).remove();
    await assert.rejects(client.incomingPhoneNumbers(second.sid).fetch(), { code: 20404 });
  });

  it('shows a queue and who waits in it', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    customer.on('/voice', '<Enqueue>billing</Enqueue>');
    const { callSid } = await telephones('POST', `/handsets/${ANNA}/dial`, { to: number });
    const waiting = async () => (await client.queues.list())[0];
    while ((await waiting())?.currentSize !== 1) await new Promise(setImmediate);
    const queue = await waiting();
    assert.equal(queue?.friendlyName, 'billing');
    const members = await client.queues(queue?.sid ?? '').members.list();
    assert.deepEqual(
      members.map((member) => [member.callSid, member.position]),
      [[callSid, 1]],
    );
    await telephones('POST', `/handsets/${ANNA}/hangup`, {});
    while ((await waiting())?.currentSize !== 0) await new Promise(setImmediate);
    assert.deepEqual(await client.queues(queue?.sid ?? '').members.list(), []);
  });

  const refusals = [
    ['no number to call', { to: '' }, 21201],
    ['a number to call that is none', { to: '+12' }, 21211],
    ['no caller', { from: '' }, 21213],
    ['a caller that is not ours', { from: '+13125550199' }, 21210],
    ['no document', { twiml: '' }, 21205],
    ['an address that is none', { twiml: '', url: 'example' }, 21205],
    ['a document too long', { twiml: `<Response>${' '.repeat(4000)}</Response>` }, 32018],
    ['too much patience', { timeout: 601 }, 21208],
    ['keys that are none', { sendDigits: 'abc' }, 21206],
    ['a method that is none', { url: 'https://example.org', method: 'BREW' }, 21209],
    [
      'an event that is none',
      { statusCallback: 'https://example.org', statusCallbackEvent: ['sneezed'] },
      21626,
    ],
  ] as const;
  for (const [what, change, code] of refusals) {
    it(`refuses a call with ${what} (${code})`, async (t) => {
      const { client, number } = await startSandboxWorld(t);
      const order = { to: ANNA, from: number, twiml: '<Response/>', ...change };
      await assert.rejects(client.calls.create(order as Parameters<typeof client.calls.create>[0]), {
        status: 400,
        code,
      });
      assert.deepEqual(await client.calls.list(), []);
    });
  }
});
