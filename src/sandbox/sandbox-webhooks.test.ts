import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { startSandboxWorld, type SandboxWorld, twiml } from '../../test/fixtures/sandbox-customer.ts';

const ANNA = '+13125550111';

/** Anna calls the number, whose voice URL is this. */
async function call(
  world: SandboxWorld,
  voiceUrl: string,
  more: Record<string, string> = {},
): Promise<string> {
  const [owned] = await world.client.incomingPhoneNumbers.list();
  assert.ok(owned);
  await world.client.incomingPhoneNumbers(owned.sid).update({ voiceUrl, ...more });
  await world.telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
  const { callSid } = await world.telephones('POST', `/handsets/${ANNA}/dial`, { to: world.number });
  return callSid;
}

const errorsOf = async ({ telephones }: SandboxWorld, callSid: string): Promise<string[]> => {
  const { entries } = await telephones('GET', `/calls/${callSid}`);
  return entries
    .filter(({ kind }: { kind: string }) => kind === 'error')
    .map(({ title }: { title: string }) => title);
};

describe('webhooks', () => {
  it('follow redirects as a GET without what the verb added, signed anew', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    customer.on('/old', { status: 302, headers: { location: '/new?a=1' } });
    customer.on('/new', '<Say>Hello</Say>');
    await call(world, customer.url('/old'));
    const asked = await customer.until(({ path }) => path === '/new');
    assert.equal(asked.method, 'GET');
    assert.equal(asked.query['a'], '1');
    assert.equal(asked.query['From'], ANNA);
  });

  it('lose the digits when the action redirects', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer, telephones } = world;
    customer.on('/voice', '<Gather numDigits="1" action="/moved"/>');
    customer.on('/moved', { status: 302, headers: { location: '/menu' } });
    await call(world, customer.url('/voice'));
    while ((await telephones('GET', `/handsets/${ANNA}`)).call?.collecting !== 'digits')
      await new Promise(setImmediate);
    await telephones('POST', `/handsets/${ANNA}/keys`, { digits: '5' });
    const menu = await customer.until(({ path }) => path === '/menu');
    assert.equal(customer.at('/moved')[0]?.form['Digits'], '5');
    assert.equal(menu.query['Digits'], undefined);
    assert.ok(menu.query['CallSid']);
  });

  it('keep method and form over a 307', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    customer.on('/old', { status: 307, headers: { location: customer.url('/new') } });
    await call(world, customer.url('/old'));
    const asked = await customer.until(({ path }) => path === '/new');
    assert.equal(asked.method, 'POST');
    assert.equal(asked.form['From'], ANNA);
  });

  it('give up after ten redirects and ask the fallback, saying why', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    customer.on('/round', { status: 302, headers: { location: '/round' } });
    await call(world, customer.url('/round'), { voiceFallbackUrl: customer.url('/fallback') });
    const asked = await customer.until(({ path }) => path === '/fallback');
    assert.equal(customer.at('/round').length, 11);
    assert.equal(asked.form['ErrorCode'], '11215');
    assert.equal(asked.form['ErrorUrl'], customer.url('/round'));
  });

  it('carry the cookies of their call, and of no other', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    customer.on('/voice', () => {
      const answer = twiml('<Redirect>/next</Redirect>');
      return {
        ...answer,
        headers: { ...answer.headers, 'set-cookie': ['seat=12; Path=/', 'row=b; Path=/'] },
      };
    });
    await call(world, customer.url('/voice'));
    const next = await customer.until(({ path }) => path === '/next');
    assert.equal(next.headers.cookie, 'seat=12; row=b');
    assert.equal(customer.at('/voice')[0]?.headers.cookie, undefined);
  });

  it('try again once when nobody listens, with the same token, then go to the fallback', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    const port = await deadPort();
    const callSid = await call(world, `http://127.0.0.1:${port}/voice`, {
      voiceFallbackUrl: customer.url('/fallback'),
    });
    const asked = await customer.until(({ path }) => path === '/fallback');
    assert.equal(asked.form['ErrorCode'], '11205');
    const { entries } = await world.telephones('GET', `/calls/${callSid}`);
    const tries = entries.filter(
      ({ title }: { title: string }) => title === `POST http://127.0.0.1:${port}/voice`,
    );
    assert.equal(tries.length, 2);
    assert.equal(tries[0].detail.token, tries[1].detail.token);
    assert.notEqual(asked.headers['i-twilio-idempotency-token'], tries[0].detail.token);
  });

  it('try again on the errors the URL names, and send its fragment to nobody', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    const answers = [{ status: 503 }, { status: 503 }, twiml('<Say>Here</Say>')];
    customer.on('/voice', () => answers.shift() ?? { status: 500 });
    const callSid = await call(world, `${customer.url('/voice')}#rc=3&rp=5xx`);
    while (customer.at('/voice').length < 3) await new Promise(setImmediate);
    const tokens = customer.at('/voice').map(({ headers }) => headers['i-twilio-idempotency-token']);
    assert.equal(new Set(tokens).size, 1);
    assert.deepEqual(await errorsOf(world, callSid), []);
  });

  it('do not wait for an answer longer than they may', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer } = world;
    const never = Promise.withResolvers<string>();
    customer.on('/slow', () => never.promise);
    await call(world, `${customer.url('/slow')}#rt=100`, { voiceFallbackUrl: customer.url('/fallback') });
    const asked = await customer.until(({ path }) => path === '/fallback');
    assert.equal(asked.form['ErrorCode'], '11200');
    assert.equal(customer.at('/slow').length, 1);
    never.resolve('');
  });

  const unusable = [
    ['an error of the server', { status: 500 }, '11200'],
    ['no content type', { body: '<Response/>' }, '12300'],
    [
      'a content type that is no document',
      { headers: { 'content-type': 'application/json' }, body: '{}' },
      '12300',
    ],
    ['a document too large', twiml(`<Say>${'a'.repeat(65 * 1024)}</Say>`), '11750'],
    [
      'a document that is no XML',
      { headers: { 'content-type': 'text/xml' }, body: '<Response><Say>' },
      '12100',
    ],
  ] as const;
  for (const [what, answer, code] of unusable) {
    it(`${what} ends the call, and the inspector says why (${code})`, async (t) => {
      const world = await startSandboxWorld(t);
      world.customer.on('/voice', answer);
      const callSid = await call(world, world.customer.url('/voice'));
      while ((await world.telephones('GET', `/handsets/${ANNA}`)).state !== 'idle')
        await new Promise(setImmediate);
      const errors = await errorsOf(world, callSid);
      assert.ok(
        errors.some((title) => title.startsWith(code)),
        errors.join('; '),
      );
    });
  }

  it('speak text/plain, and play audio', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer, telephones } = world;
    customer.on('/plain', { headers: { 'content-type': 'text/plain' }, body: 'Good morning' });
    await call(world, customer.url('/plain'));
    const heard = async (): Promise<{ kind: string; text: string }[]> =>
      (await telephones('GET', `/handsets/${ANNA}`)).heard;
    while (!(await heard()).some(({ text }) => text === 'Good morning')) await new Promise(setImmediate);
    while ((await telephones('GET', `/handsets/${ANNA}`)).state !== 'idle') await new Promise(setImmediate);
    customer.on('/tune', { headers: { 'content-type': 'audio/mpeg' }, body: 'not really' });
    await call(world, customer.url('/tune'));
    while (!(await heard()).some(({ kind }) => kind === 'play')) await new Promise(setImmediate);
  });

  it('tell the whole story of a call in the inspector', async (t) => {
    const world = await startSandboxWorld(t);
    const { customer, telephones } = world;
    customer.on('/voice', '<Say>Hello</Say>');
    const callSid = await call(world, customer.url('/voice'));
    while ((await telephones('GET', `/handsets/${ANNA}`)).state !== 'idle') await new Promise(setImmediate);
    const { call: record, entries } = await telephones('GET', `/calls/${callSid}`);
    assert.equal(record.status, 'completed');
    const kinds = entries
      .map(({ kind }: { kind: string }) => kind)
      .filter((kind: string) => kind !== 'event');
    assert.deepEqual(kinds.slice(0, 3), ['webhook-request', 'webhook-response', 'verb']);
    const request = entries.find(({ kind }: { kind: string }) => kind === 'webhook-request');
    assert.equal(request.detail.parameters.CallSid, callSid);
  });
});

/** A port on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
