import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sdkFor, startSandboxWorld } from '../../test/fixtures/sandbox-customer.ts';

const ANNA = '+13125550111';
const order = (number: string, statusCallback: string) => ({
  to: ANNA,
  from: number,
  twiml: '<Response><Say>Hi</Say></Response>',
  statusCallback,
  statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
  timeout: 5,
});

describe('a bad day', () => {
  for (const [outcome, status] of [
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
  ] as const) {
    it(`${outcome}: the call ends ${status}`, async (t) => {
      const { client, customer, number, telephones } = await startSandboxWorld(t);
      await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
      await telephones('PUT', '/bad-day', { callees: { '*': outcome } });
      const call = await client.calls.create(order(number, customer.url('/status')));
      await customer.until(({ form }) => form['CallStatus'] === status);
      assert.equal((await client.calls(call.sid).fetch()).status, status);
    });
  }

  it('machine: machine detection hears it', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', '/bad-day', { callees: { [ANNA]: 'machine' } });
    const detecting = { ...order(number, customer.url('/status')), timeout: 30, machineDetection: 'Enable' };
    const call = await client.calls.create(detecting);
    await customer.until(({ form }) => form['CallStatus'] === 'completed');
    assert.equal((await client.calls(call.sid).fetch()).answeredBy, 'machine_start');
  });

  const statuses = (requests: readonly { form: Readonly<Record<string, string>> }[]) =>
    requests.map(({ form }) => form['SequenceNumber']);

  it('lost callbacks never come', async (t) => {
    const chances = [0, 0.9, 0, 0.9];
    const { client, customer, number, telephones } = await startSandboxWorld(t, {
      random: () => chances.shift() ?? 0.9,
    });
    await telephones('PUT', '/bad-day', { callees: { [ANNA]: 'busy' }, callbacks: { lostShare: 0.5 } });
    chances.splice(0, chances.length, 0.9, 0, 0.9);
    await client.calls.create(order(number, customer.url('/status')));
    const last = await customer.until(({ form }) => form['CallStatus'] === 'busy');
    assert.equal(last.form['SequenceNumber'], '1');
    assert.deepEqual(statuses(customer.at('/status')), ['1']);
  });

  it('duplicated callbacks come twice, with the same token', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', '/bad-day', { callees: { [ANNA]: 'busy' }, callbacks: { duplicatedShare: 1 } });
    await client.calls.create(order(number, customer.url('/status')));
    while (customer.at('/status').length < 4) await new Promise(setImmediate);
    assert.deepEqual(statuses(customer.at('/status')), ['0', '0', '1', '1']);
    const [first, again] = customer.at('/status').map(({ headers }) => headers['i-twilio-idempotency-token']);
    assert.equal(first, again);
  });

  it('reordered callbacks come after their successor', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', '/bad-day', { callees: { [ANNA]: 'busy' }, callbacks: { reorderedShare: 1 } });
    await client.calls.create(order(number, customer.url('/status')));
    while (customer.at('/status').length < 2) await new Promise(setImmediate);
    assert.deepEqual(statuses(customer.at('/status')), ['1', '0']);
  });

  it('500s: the request is refused, or only its answer is lost', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    const place = () => client.calls.create(order(number, customer.url('/status')));
    await telephones('PUT', '/bad-day', { rest: { errorShare: 1 } });
    await assert.rejects(place(), { status: 500, code: 20500 });
    await telephones('PUT', '/bad-day', {});
    assert.deepEqual(await client.calls.list(), []);
    await telephones('PUT', '/bad-day', { rest: { lostAnswerShare: 1 } });
    await assert.rejects(place(), { status: 500, code: 20500 });
    await telephones('PUT', '/bad-day', {});
    assert.equal((await client.calls.list({ to: ANNA })).length, 1);
  });

  it('rate limit: too many requests in a second are refused (20429), and the SDK can wait', async (t) => {
    const { client, sandbox, telephones } = await startSandboxWorld(t);
    await telephones('PUT', '/bad-day', { rest: { requestsPerSecond: 1 } });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => client.calls.list()));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    assert.ok(refused.length > 0);
    for (const { reason } of refused) assert.equal(reason.code, 20429);
    assert.deepEqual(await sdkFor(sandbox, { autoRetry: true }).calls.list(), []);
  });

  it('calls per second: the rest wait in the queue', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', '/bad-day', { callees: { '*': 'busy' }, callsPerSecond: 0.1 });
    const calls = await Promise.all(
      [1, 2, 3].map(() => client.calls.create(order(number, customer.url('/status')))),
    );
    while (customer.requests.filter(({ form }) => form['CallStatus'] === 'busy').length < 3)
      await new Promise(setImmediate);
    const waited = await Promise.all(
      calls.map(async ({ sid }) => Number((await client.calls(sid).fetch()).queueTime)),
    );
    const [none, second, third] = waited.toSorted((a, b) => a - b);
    assert.equal(none, 0);
    assert.ok(second !== undefined && second > 0 && third !== undefined && third > second, waited.join());
  });

  it('is refused when it makes no sense, and stays as it was', async (t) => {
    const { telephones } = await startSandboxWorld(t);
    const before = await telephones('GET', '/bad-day');
    await assert.rejects(telephones('PUT', '/bad-day', { callbacks: { lostShare: 2 } }), /400/);
    await assert.rejects(telephones('PUT', '/bad-day', { callees: { anna: 'busy' } }), /400/);
    assert.deepEqual(await telephones('GET', '/bad-day'), before);
  });
});
