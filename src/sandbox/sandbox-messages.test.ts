import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startSandboxWorld } from '../../test/fixtures/sandbox-customer.ts';

const ANNA = '+13125550111';

describe('messages by the official SDK', () => {
  it('sends, reports each station but the first, and arrives at the handset', async (t) => {
    const { client, customer, number, telephones, sandbox } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    const sent = await client.messages.create({
      to: ANNA,
      from: number,
      body: 'ш'.repeat(71),
      statusCallback: customer.url('/status'),
    });
    assert.match(sent.sid, /^SM[0-9a-f]{32}$/);
    assert.equal(sent.status, 'queued');
    assert.equal(sent.numSegments, '2');
    assert.equal(sent.direction, 'outbound-api');
    await customer.until(({ form }) => form['MessageStatus'] === 'delivered');
    const told = customer.at('/status');
    assert.deepEqual(
      told.map(({ form }) => form['MessageStatus']),
      ['sent', 'delivered'],
    );
    assert.equal(told[0]?.form['MessageSid'], sent.sid);
    assert.equal(told[0]?.form['AccountSid'], sandbox.accountSid);
    const [read] = await telephones('GET', `/handsets/${ANNA}/messages`);
    assert.equal(read.body, 'ш'.repeat(71));
    const fetched = await client.messages(sent.sid).fetch();
    assert.equal(fetched.status, 'delivered');
    assert.ok(fetched.dateSent);
  });

  it('says so when the telephone cannot be reached', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', '/bad-day', { callees: { [ANNA]: 'failed' } });
    const statusCallback = customer.url('/status');
    const sent = await client.messages.create({ to: ANNA, from: number, body: 'Hi', statusCallback });
    const last = await customer.until(({ form }) => form['MessageStatus'] === 'undelivered');
    assert.equal(last.form['ErrorCode'], '30003');
    assert.equal((await client.messages(sent.sid).fetch()).errorCode, 30003);
  });

  it('refuses (21610) a recipient who wrote a stop word, until they write start', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('POST', `/handsets/${ANNA}/messages`, { to: number, body: ' Stop ' });
    const stop = await customer.until(({ path }) => path === '/sms');
    assert.equal(stop.form['Body'], ' Stop ');
    const send = () => client.messages.create({ to: ANNA, from: number, body: 'Reminder' });
    await assert.rejects(send(), { status: 400, code: 21610 });
    await telephones('POST', `/handsets/${ANNA}/messages`, { to: number, body: 'START' });
    assert.equal((await send()).status, 'queued');
  });

  it('brings an incoming message to the number, and the replies of its document back', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    customer.on('/sms', ({ form, headers }) => ({
      headers: { 'content-type': 'text/xml', 'set-cookie': 'talk=7; Path=/' },
      body: `<Response><Message>You said ${form['Body']}, cookie ${headers.cookie ?? 'none'}</Message></Response>`,
    }));
    await telephones('POST', `/handsets/${ANNA}/messages`, { to: number, body: 'one' });
    const asked = await customer.until(({ path }) => path === '/sms');
    assert.equal(asked.form['From'], ANNA);
    assert.equal(asked.form['To'], number);
    assert.equal(asked.form['NumMedia'], '0');
    await telephones('POST', `/handsets/${ANNA}/messages`, { to: number, body: 'two' });
    const bodies = async (): Promise<string[]> =>
      (await client.messages.list({ to: ANNA })).map(({ body }) => body);
    while ((await bodies()).length < 2) await new Promise(setImmediate);
    assert.deepEqual((await bodies()).toSorted(), [
      'You said one, cookie none',
      'You said two, cookie talk=7',
    ]);
    const [incoming] = await client.messages.list({ from: ANNA, limit: 1 });
    assert.equal(incoming?.status, 'received');
    assert.equal(incoming?.direction, 'inbound');
  });

  it('lists by number and day, blanks out, and deletes', async (t) => {
    const { client, number } = await startSandboxWorld(t);
    const { sid, dateCreated } = await client.messages.create({ to: ANNA, from: number, body: 'Hello' });
    await client.messages.create({ to: '+13125550112', from: number, body: 'Hello' });
    assert.deepEqual(
      (await client.messages.list({ to: ANNA })).map((message) => message.sid),
      [sid],
    );
    const dayBefore = new Date(dateCreated.getTime() - 24 * 3_600_000);
    assert.equal((await client.messages.list({ dateSentAfter: dayBefore })).length, 2);
    assert.deepEqual(await client.messages.list({ dateSentBefore: dayBefore }), []);
    await client.messages(sid).update({ body: '' });
    assert.equal((await client.messages(sid).fetch()).body, '');
    assert.equal(await client.messages(sid).remove(), true);
    await assert.rejects(client.messages(sid).fetch(), { status: 404, code: 20404 });
  });

  const refusals = [
    ['no recipient', { to: '' }, 21604],
    ['an impossible recipient', { to: '+12' }, 21211],
    ['a sender that is not ours', { from: '+13125550199' }, 21606],
    ['no words', { body: '' }, 21602],
    ['too many words', { body: 'a'.repeat(1601) }, 21617],
    ['the sender as recipient', { to: '+13125550100' }, 21266],
    ['a callback address that is none', { statusCallback: 'nowhere' }, 21609],
  ] as const;
  for (const [what, change, code] of refusals) {
    it(`refuses ${what} (${code})`, async (t) => {
      const { client, number } = await startSandboxWorld(t);
      const order = { to: ANNA, from: number, body: 'Hello', ...change };
      await assert.rejects(client.messages.create(order), { status: 400, code });
    });
  }
});
