import assert from 'node:assert/strict';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { before, beforeEach, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { takeMessageFacts } from '../messages/delivery/tell-facts.ts';
import { inClinic } from '../platform/database/database.ts';
import { codeIn, messagesOnTrial } from './messages-on-trial.ts';
import type { PatientPage } from './rules/patient-page-view.ts';

const app = await startDemoApp();
const { clinic, carrier, deliver, send, template, messageOf } = messagesOnTrial(app);
const manager = 'margaret.chen@lakeside.example';
const german = app.clinics[1];
let people: Record<string, string>;
let withLink: string;
let code: string;

const inThis = <T>(work: Parameters<typeof inClinic<T>>[2]) => inClinic(app.database, clinic.id, work);

const visitOf = (patientId: string, inHours: number, of = clinic.id): Promise<string> =>
  inClinic(app.database, of, async (trx) => {
    const { id: practitioner_id } = await trx
      .selectFrom('practitioners')
      .select('id')
      .executeTakeFirstOrThrow();
    const id = randomUUIDv7();
    const starts_at = app.clock.now().add({ hours: inHours });
    const ends_at = starts_at.add({ minutes: 30 });
    await trx
      .insertInto('appointments')
      .values({
        clinic_id: of,
        id,
        patient_id: patientId,
        practitioner_id,
        starts_at,
        ends_at,
        reason: 'Secret reason',
        updated_at: app.clock.now(),
      })
      .execute();
    return id;
  });
const statusOf = (id: string) =>
  inThis((trx) =>
    trx
      .selectFrom('appointments')
      .select(['status', 'cancelled_by'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

/** A text message with a link to the page. */
const sendLink = async (more: Parameters<typeof send>[0]['to'] | null = null, appointmentId?: string) => {
  await send({
    to: more ?? { patientId: people['Laura']! },
    channel: 'sms',
    content: { templateId: withLink },
    ...(appointmentId === undefined ? {} : { appointmentId }),
  });
  return codeIn(carrier.sent.at(-1)!.body);
};

before(async () => {
  app.clock.advance({ hours: 1, minutes: 30 });
  const rows = await inThis((trx) =>
    trx
      .selectFrom('patients')
      .select(['id', 'given_name as name'])
      .where('family_name', '=', 'Bennett')
      .execute(),
  );
  people = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  withLink = await template({ en: { subject: null, body: 'Your page: {{ link.page }}' } }, 'care', 'sms');
});
beforeEach(async () => {
  await inThis(async (trx) => {
    await trx.deleteFrom('appointments').execute();
    await trx.deleteFrom('contact_opt_outs').execute();
    await trx.deleteFrom('contact_consents').where('purpose', '=', 'marketing').execute();
    await trx.deleteFrom('conversations').execute();
  });
  // Caps of a day and a week are those of other tests.
  app.clock.advance({ hours: 72 });
  code = await sendLink();
});

const ask = async (method: string, path: string, body?: unknown, with_ = code) => {
  const answer = await fetch(`${app.url}/api/v1/links/${with_}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, page: (text === '' ? null : JSON.parse(text)) as PatientPage };
};
const inbox = async () => {
  const answer = await app.as(manager, 'GET', `/api/v1/clinics/${clinic.id}/conversations?status=all`);
  const { items } = (await answer.json()) as { items: Record<string, unknown>[] };
  return items.filter(({ channel }) => channel === 'in-app');
};

test('somebody sees their own visits and those of their children, and not what they are for', async () => {
  const own = await visitOf(people['Laura']!, 30);
  const childs = await visitOf(people['Ben'] ?? people['Anna']!, 20);
  const others = await inThis((trx) =>
    trx.selectFrom('patients').select('id').where('family_name', '<>', 'Bennett').executeTakeFirstOrThrow(),
  );
  await visitOf(others.id, 10);
  await visitOf(people['Laura']!, -3);
  const { status, page, text } = await ask('GET', '/page');
  assert.equal(status, 200);
  assert.deepEqual(
    page.visits.map(({ id }) => id),
    [childs, own],
  );
  assert.equal(page.firstName, 'Laura');
  assert.deepEqual(
    page.visits.map(({ who }) => who === null),
    [false, true],
  );
  assert.doesNotMatch(text, /Secret reason/);
  assert.deepEqual(page.choices, { sms: 'on', email: page.choices.email, call: 'on', news: 'off' });
});

test('a visit is confirmed and cancelled, and the workflow that asked hears of it', async () => {
  // A day may have one automatic message.
  app.clock.advance({ hours: 24 });
  const visit = await visitOf(people['Laura']!, 30);
  const instanceId = randomUUIDv7();
  const asked = await send({
    to: { patientId: people['Laura']! },
    channel: 'sms',
    content: { templateId: withLink },
    appointmentId: visit,
    cause: { kind: 'workflow', instanceId, workflowName: 'Reminders', step: 'sms' },
  });
  assert.equal((await messageOf(asked)).status, 'sent');
  code = codeIn(carrier.sent.at(-1)!.body);
  const answer = (given: string) => ask('POST', `/page/visits/${visit}/answer`, { answer: given });
  const both = await Promise.all([answer('confirm'), answer('confirm')]);
  assert.deepEqual(
    both.map(({ page }) => page.visits[0]?.status),
    ['confirmed', 'confirmed'],
  );
  assert.equal((await answer('cancel')).page.visits[0]?.status, 'cancelled');
  assert.deepEqual(await statusOf(visit), { status: 'cancelled', cancelled_by: 'patient' });
  assert.equal((await answer('confirm')).status, 409);
  const facts = await inThis((trx) => takeMessageFacts(trx));
  const said = facts.flatMap((one) =>
    one.instanceId === instanceId && one.fact.fact === 'replied' ? [one.fact.meaning] : [],
  );
  assert.deepEqual(said, ['confirm', 'confirm', 'cancel']);
});

test('asking for another time is for a person to answer, once', async () => {
  const visit = await visitOf(people['Laura']!, 30);
  const wish = { answer: 'new-time', key: randomUUID(), text: 'Mornings, please' };
  for (let times = 0; times < 2; times += 1) {
    const { page } = await ask('POST', `/page/visits/${visit}/answer`, wish);
    assert.equal(page.visits[0]?.newTimeAsked, true);
    assert.equal(page.messages.length, 1);
    assert.match(
      page.messages[0]!.text,
      /^Another time, please, for my appointment on \w+day, .*\nMornings, please$/,
    );
  }
  const [conversation] = await inbox();
  assert.deepEqual([conversation?.['status'], conversation?.['openReason']], ['open', 'new-time']);
  assert.equal((await statusOf(visit)).status, 'booked');
});

test('what is written reaches the desk, and its answer the page', async () => {
  const key = randomUUID();
  await ask('POST', '/page/messages', { key, text: 'Is my retainer in?' });
  await ask('POST', '/page/messages', { key, text: 'Is my retainer in?' });
  const [conversation] = await inbox();
  assert.deepEqual([conversation?.['status'], conversation?.['unread']], ['open', 1]);
  app.clock.advance({ seconds: 10 });
  const path = `/api/v1/clinics/${clinic.id}/conversations/${String(conversation?.['id'])}/messages`;
  assert.equal((await app.as(manager, 'POST', path, { key: randomUUID(), text: 'Yes, it is.' })).status, 201);
  await deliver();
  const { page } = await ask('GET', '/page');
  assert.deepEqual(
    page.messages.map(({ from, text }) => [from, text]),
    [
      ['patient', 'Is my retainer in?'],
      ['clinic', 'Yes, it is.'],
    ],
  );
});

test('no carrier reads the page: "cancel" ends the visit and no messages', async () => {
  const visit = await visitOf(people['Laura']!, 30);
  const { page } = await ask('POST', '/page/messages', { key: randomUUID(), text: 'Cancel' });
  assert.equal((await statusOf(visit)).status, 'cancelled');
  assert.equal(page.choices.sms, 'on');
});

test('choices hold at once; what was said otherwise stays', async () => {
  const choose = async (what: string, on: boolean) =>
    (await ask('PUT', '/page/choices', { what, on })).page.choices;
  assert.equal((await choose('sms', false)).sms, 'off');
  const sent = carrier.sent.length;
  await send({ to: { patientId: people['Laura']! }, channel: 'sms', content: { text: 'Hello' } });
  assert.equal(carrier.sent.length, sent);
  assert.equal((await choose('sms', true)).sms, 'on');

  assert.equal((await choose('news', true)).news, 'on');
  const consent = await inThis((trx) =>
    trx
      .selectFrom('contact_consents')
      .selectAll()
      .where('purpose', '=', 'marketing')
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual([consent.patient_id, consent.method], [people['Laura'], 'web-form']);
  assert.match(consent.proof!, /^Yes, Lakeside Dental may send me news/);
  assert.equal((await choose('news', false)).news, 'off');

  const number = carrier.sent.at(-1)!.to;
  await inThis((trx) =>
    trx
      .insertInto('contact_opt_outs')
      .values({
        clinic_id: clinic.id,
        id: randomUUIDv7(),
        address: number,
        channel: 'sms',
        how: 'keyword',
        since: app.clock.now(),
      })
      .execute(),
  );
  assert.equal((await choose('sms', true)).sms, 'stopped');
});

test('a link opens one person’s page and no more', async () => {
  const theirs = await inClinic(app.database, german.id, (trx) =>
    trx.selectFrom('patients').select('id').executeTakeFirstOrThrow(),
  );
  const foreign = await visitOf(theirs.id, 20, german.id);
  const stranger = await inThis((trx) =>
    trx.selectFrom('patients').select('id').where('family_name', '<>', 'Bennett').executeTakeFirstOrThrow(),
  );
  for (const visit of [foreign, await visitOf(stranger.id, 20), randomUUID(), 'x'])
    assert.equal((await ask('POST', `/page/visits/${visit}/answer`, { answer: 'cancel' })).status, 404);
  assert.equal((await ask('GET', '/unsubscribing')).status, 404);
  for (const wrong of ['B'.repeat(16), 'x'])
    for (const [method, path, body] of [
      ['GET', '/page', undefined],
      ['POST', '/page/messages', { key: randomUUID(), text: 'x' }],
      ['PUT', '/page/choices', { what: 'sms', on: false }],
    ] as const)
      assert.equal((await ask(method, path, body, wrong)).status, 404);
});

test('opening is written down once for a link, and nobody archived is shown', async () => {
  for (let times = 0; times < 3; times += 1) await ask('GET', '/page');
  const opened = await inThis((trx) =>
    trx.selectFrom('audit_log').select('detail').where('action', '=', 'patient.page-opened').execute(),
  );
  const codes = await app.database
    .selectFrom('message_links')
    .select('message_id')
    .where('code', '=', code)
    .execute();
  assert.equal(
    opened.filter(({ detail }) => (detail as { messageId: string }).messageId === codes[0]!.message_id)
      .length,
    1,
  );
  const archive = (archived_at: Temporal.Instant | null) =>
    inThis((trx) =>
      trx.updateTable('patients').set({ archived_at }).where('id', '=', people['Laura']!).execute(),
    );
  await archive(app.clock.now());
  assert.equal((await ask('GET', '/page')).status, 404);
  await archive(null);
  app.clock.advance({ hours: 24 * 31 });
  assert.equal((await ask('GET', '/page')).status, 404);
});

test('the staff send a link and do not see its code; they end all of them at once', async () => {
  const patientId = people['Laura']!;
  const path = `/api/v1/clinics/${clinic.id}/patients/${patientId}/page-links`;
  const order = { key: randomUUID(), channel: 'sms' };
  for (let times = 0; times < 2; times += 1)
    assert.equal((await app.as(manager, 'POST', path, order)).status, 201);
  const sent = carrier.sent.length;
  await deliver();
  assert.equal(carrier.sent.length, sent + 1);
  const { body } = carrier.sent.at(-1)!;
  assert.match(body, /^Your appointments and messages with Lakeside Dental: http/);
  const fresh = codeIn(body);
  assert.equal((await ask('GET', '/page', undefined, fresh)).page.firstName, 'Laura');
  const seen = await app.as(
    manager,
    'GET',
    `/api/v1/clinics/${clinic.id}/conversations?status=all&patientId=${patientId}`,
  );
  const timeline = await app.as(
    manager,
    'GET',
    `/api/v1/clinics/${clinic.id}/patients/${patientId}/timeline`,
  );
  for (const answer of [seen, timeline]) {
    const text = await answer.text();
    assert.ok(text.includes('/l/…') && !text.includes(fresh), answer.url);
  }
  const show = async (method: string) =>
    ((await (await app.as(manager, method, path)).json()) as { open: number }).open;
  assert.ok((await show('GET')) >= 2);
  assert.equal(await show('DELETE'), 0);
  for (const ended of [fresh, code]) assert.equal((await ask('GET', '/page', undefined, ended)).status, 404);
});
