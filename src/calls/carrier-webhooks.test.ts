import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { actionOf, createCaller, sid } from '../../test/fixtures/caller.ts';
import { testDatabase } from '../../test/fixtures/database.ts';
import { seedDemo, type SeededClinic } from '../demo/seed-demo.ts';
import { manualClock } from '../platform/clock.ts';
import { createDatabase, inClinic, type Database } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { createLog } from '../platform/log.ts';
import { createTwilioCarrier } from '../ports/carrier/twilio/twilio-carrier.ts';
import { carrierWebhooks } from './carrier-webhooks.api.ts';

const authToken = 'token-of-the-account';
const base = 'https://desk.example';
const carrier = createTwilioCarrier({
  accountSid: `AC${'0'.repeat(32)}`,
  authToken,
  apiKey: null,
  baseUrl: 'http://127.0.0.1:9',
  isSandbox: true,
});

const startWebhooks = async (database: Database, sent: { name: string; data: unknown }[] = []) => {
  const clock = manualClock('2026-11-18T16:00:00Z');
  const send: JobSender = async (_trx, kind, data) => void sent.push({ name: kind.name, data });
  const app = Fastify();
  await app.register(
    carrierWebhooks({
      database,
      clock,
      log: createLog('silent'),
      send,
      carrier,
      errands: { mayConfirm: async () => false, carryOut: async () => {} },
      spoken: async (_trx, steps) => steps,
      render: carrier.renderVoice,
      baseUrls: () => [base],
    }),
  );
  return { app, clock, sent };
};

const { database } = await testDatabase();
const [english, german] = (await seedDemo(
  database,
  'secret',
  Temporal.Instant.from('2026-11-18T15:00:00Z'),
)) as [SeededClinic, SeededClinic];
const { app, sent, clock } = await startWebhooks(database);

const caller = (from = '+13125550199', clinic = english) =>
  createCaller(app, base, authToken, { from, to: clinic.phoneNumber });

const setOnline = (name: string, online: boolean, clinic = english) =>
  inClinic(database, clinic.id, async (trx) => {
    await sql`INSERT INTO staff_call_availability (clinic_id, staff_id, portal_seen_at)
      SELECT clinic_id, id, ${online ? clock.now().toString() : null}::timestamptz FROM staff_members WHERE name = ${name}
      ON CONFLICT (clinic_id, staff_id) DO UPDATE SET portal_seen_at = excluded.portal_seen_at`.execute(trx);
  });

const logOf = (callSid: string, clinic = english) =>
  inClinic(database, clinic.id, async (trx) => {
    const call = await trx
      .selectFrom('call_logs')
      .selectAll()
      .where('carrier_sid', '=', callSid)
      .executeTakeFirstOrThrow();
    const history = await trx
      .selectFrom('call_routing_history')
      .selectAll()
      .where('call_id', '=', call.id)
      .orderBy('seq')
      .execute();
    const events = await trx
      .selectFrom('events')
      .select('kind')
      .where('call_id', '=', call.id)
      .orderBy('id')
      .execute();
    return {
      call,
      events: events.map(({ kind }) => kind),
      history: history.map((entry) => `${entry.kind}:${entry.reason}`),
    };
  });

const hangUp = (one: ReturnType<typeof caller>) =>
  one.post('status-callback', { CallStatus: 'completed', CallDuration: '9' });

describe('an incoming call', () => {
  test('is greeted with the menu in the clinic’s language, and every option is read', async () => {
    const one = caller();
    const { status, document } = await one.post('incoming');
    assert.equal(status, 200);
    assert.match(document, /Thank you for calling Lakeside Dental\./);
    assert.match(document, /For billing, press 1\./);
    assert.match(actionOf(document, 'Gather'), /\/api\/twilio\/voice\/ivr-gather\?/);
    const germanCall = createCaller(app, base, authToken, { from: '+4930231251', to: german.phoneNumber });
    assert.match((await germanCall.post('incoming')).document, /language="de-DE"/);
    await hangUp(one);
    const { call, events } = await logOf(one.callSid);
    assert.deepEqual([call.status, call.outcome], ['ended', 'abandoned']);
    assert.deepEqual(events.toSorted(), ['INCOMING_CALL', 'MISSED_CALL']);
  });

  test('goes by department and priority: portal, backup, the manager’s phone, then voicemail for the department', async () => {
    await setOnline('Olivia Martin', true);
    const [first, second] = english.staff.filter((member) =>
      member.routes.some((route) => route.department === 'Billing' && route.by === 'portal'),
    );
    await setOnline(first!.name, true);
    await setOnline(second!.name, true);
    const one = caller();
    const menu = await one.post('incoming');
    const ring1 = await one.post(actionOf(menu.document, 'Gather'), { Digits: '1' });
    assert.match(ring1.document, /connecting you with Billing/);
    assert.equal(ring1.document.match(/<Client/g)?.length, 1);
    const ring2 = await one.post(actionOf(ring1.document, 'Dial'), {
      DialCallStatus: 'no-answer',
      DialBridged: 'false',
    });
    assert.equal(ring2.document.match(/<Client/g)?.length, 1);
    assert.notEqual(/staff_\w+/.exec(ring1.document)?.[0], /staff_\w+/.exec(ring2.document)?.[0]);
    const ring3 = await one.post(actionOf(ring2.document, 'Dial'), {
      DialCallStatus: 'busy',
      DialBridged: 'false',
    });
    assert.match(ring3.document, /<Number[^>]* url="[^"]*\/whisper\?[^"]*"[^>]*>\+13125550111</);
    const voicemail = await one.post(actionOf(ring3.document, 'Dial'), {
      DialCallStatus: 'no-answer',
      DialBridged: 'false',
    });
    assert.match(voicemail.document, /billing at Lakeside Dental/);
    assert.match(voicemail.document, /<Record[^>]*maxLength="300"/);

    const thanks = await one.post(actionOf(voicemail.document, 'Record'), {
      RecordingSid: sid('RE'),
      RecordingDuration: '7',
      RecordingUrl: 'x',
    });
    assert.match(thanks.document, /We have your message/);
    await hangUp(one);
    const { call, history } = await logOf(one.callSid);
    assert.equal(call.outcome, 'voicemail');
    assert.ok(history.includes('menu-chosen:department'));
    assert.equal(history.filter((entry) => entry === 'ringing:department-priority').length, 3);
    assert.ok(sent.some((job) => job.name === 'voicemail.fetch'));
    await inClinic(database, english.id, async (trx) => {
      const busy = await trx
        .selectFrom('staff_call_availability')
        .select('staff_id')
        .where('busy_call_id', 'is not', null)
        .execute();
      assert.deepEqual(busy, [], 'everybody is free again');
    });
  });

  test('is answered: the staff leg says so, everybody else is free, and the log knows who', async () => {
    await setOnline('Olivia Martin', true);
    const one = caller();
    const menu = await one.post('incoming');
    const ring = await one.post(actionOf(menu.document, 'Gather'), { Digits: '1' });
    const progress = /statusCallback="([^"]+)"/.exec(ring.document)![1]!.replaceAll('&amp;', '&');
    await one.post(progress, {
      CallSid: sid('CA'),
      CallStatus: 'in-progress',
      Direction: 'outbound-dial',
      SequenceNumber: '2',
    });
    const during = await logOf(one.callSid);
    assert.equal(during.call.status, 'connected');
    const after = await one.post(actionOf(ring.document, 'Dial'), {
      DialCallStatus: 'completed',
      DialBridged: 'true',
      DialCallDuration: '60',
    });
    assert.match(after.document, /<Hangup/);
    await hangUp(one);
    const { call, events } = await logOf(one.callSid);
    assert.deepEqual(events, ['INCOMING_CALL', 'CALL_COMPLETED']);
    assert.equal(call.outcome, 'answered');
    assert.ok(call.answered_by);
    assert.ok(call.answered_at);
  });
});

describe('repeats and order', () => {
  test('the same webhook twice, and twice at once, gets the same answer and changes nothing', async () => {
    const one = caller();
    const [a, b] = await Promise.all([one.post('incoming'), one.post('incoming')]);
    assert.equal(a.document, b.document);
    const next = actionOf(a.document, 'Gather');
    const wrong = await one.post(next, { Digits: '8' });
    const again = await one.post(next, { Digits: '8' });
    assert.equal(wrong.document, again.document);
    const { history, events } = await logOf(one.callSid);
    assert.deepEqual(history, ['incoming:open', 'menu-offered:open', 'menu-missed:invalid-key']);
    assert.deepEqual(events, ['INCOMING_CALL']);
  });

  test('the carrier’s idempotency token marks a repeat even when the fields differ', async () => {
    const one = caller();
    const token = { 'i-twilio-idempotency-token': 'one-request' };
    const first = await one.post('incoming', {}, token);
    const second = await one.post('incoming', { CallerName: 'ADDED LATER' }, token);
    assert.equal(first.document, second.document);
    assert.equal((await logOf(one.callSid)).history.length, 2);
  });

  test('callbacks in any order end in the same log', async () => {
    const one = caller();
    await hangUp(one);
    await one.post('status-callback', { CallStatus: 'ringing', SequenceNumber: '1' });
    const late = await one.post('incoming');
    assert.match(late.document, /<Hangup/);
    const { call } = await logOf(one.callSid);
    assert.deepEqual([call.status, call.outcome], ['ended', 'abandoned']);
  });
});

describe('two calls at once', () => {
  test('never reach the same person, however many arrive in the same instant', async () => {
    for (const member of english.staff) await setOnline(member.name, true);
    const calls = Array.from({ length: 12 }, (_, index) => caller(`+1312555${String(2000 + index)}`));
    const menus = await Promise.all(calls.map((one) => one.post('incoming')));
    const rings = await Promise.all(
      calls.map((one, index) => one.post(actionOf(menus[index]!.document, 'Gather'), { Digits: '1' })),
    );
    const rung = rings.flatMap(({ document }) =>
      [...document.matchAll(/staff_\w+|>\+1312555\d+</g)].map(([who]) => who),
    );
    assert.ok(rung.length > 0);
    assert.equal(new Set(rung).size, rung.length, `somebody was given two calls: ${rung.join(', ')}`);
    await Promise.all(calls.map(hangUp));
  });
});

describe('bad input', () => {
  const unsigned = (payload: string, headers: Record<string, string>, endpoint = 'incoming') =>
    app.inject({ method: 'POST', url: `/api/twilio/voice/${endpoint}`, headers, payload });

  test('unsigned and altered requests are refused on every endpoint', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const endpoints = [
      'incoming',
      'ivr-gather',
      'route-to-staff',
      'ai-gather',
      'voicemail',
      'recording-status',
      'call-status',
      'status-callback',
      'whisper',
      'hold-music',
    ];
    for (const endpoint of endpoints) {
      assert.equal((await unsigned('CallSid=CA1', form, endpoint)).statusCode, 403, endpoint);
      assert.equal(
        (await unsigned('CallSid=CA1', { ...form, 'x-twilio-signature': 'AAAA' }, endpoint)).statusCode,
        403,
        endpoint,
      );
    }
    assert.equal(
      (await app.inject({ method: 'GET', url: '/api/twilio/voice/call-status?CallSid=CA1' })).statusCode,
      403,
    );
    const one = caller();
    const altered = await one.post(
      'incoming',
      {},
      {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-twilio-signature': 'tampered',
      },
    );
    assert.equal(altered.status, 403);
  });

  test('huge bodies and wrong content types are refused, never with a 5xx', async () => {
    const huge = await unsigned(`a=${'x'.repeat(10_000_000)}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    assert.equal(huge.statusCode, 413);
    for (const type of ['application/json', 'text/xml', 'multipart/form-data; boundary=x', 'nonsense']) {
      const { statusCode } = await unsigned('{}', { 'content-type': type });
      assert.ok(statusCode >= 400 && statusCode < 500, `${type}: ${statusCode}`);
    }
  });

  test('absurd digits count as a wrong key', async () => {
    const one = caller();
    const menu = await one.post('incoming');
    const next = await one.post(actionOf(menu.document, 'Gather'), {
      Digits: `1'; DROP TABLE call_logs; -- ${'9'.repeat(5000)}`,
    });
    assert.equal(next.status, 200);
    assert.match(next.document, /Sorry, I did not get that/);
    await hangUp(one);
  });

  test('a number that belongs to no clinic is told so', async () => {
    const stray = createCaller(app, base, authToken, { from: '+13125550199', to: '+13125559999' });
    assert.match((await stray.post('incoming')).document, /not in service/);
  });
});

describe('when the database is away', () => {
  test('a caller gets voicemail at the carrier, in both languages; callbacks get an empty document', async () => {
    const { database: gone, close } = createDatabase(
      { host: '/nonexistent', user: 'x', database: 'x' },
      createLog('silent'),
      2,
    );
    const broken = await startWebhooks(gone);
    const one = createCaller(broken.app, base, authToken, { from: '+13125550199', to: english.phoneNumber });
    const answer = await one.post('incoming');
    assert.equal(answer.status, 200);
    assert.match(answer.document, /<Record/);
    assert.match(answer.document, /de-DE/);
    const message = await one.post(actionOf(answer.document, 'Record'), {
      RecordingSid: sid('RE'),
      RecordingDuration: '5',
    });
    assert.match(message.document, /Thank you\. Goodbye/);
    assert.doesNotMatch((await one.post('status-callback', { CallStatus: 'completed' })).document, /<Say/);
    await close();
  });
});
