import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import twilio from 'twilio';
import { inClinic } from '../platform/database/database.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { insertVisit } from '../../test/fixtures/insert-visit.ts';
import { carrierOnTrial } from './delivery/carrier-on-trial.ts';
import { deliverOnTrial } from './delivery/deliver-on-trial.ts';
import { queueMessage } from './delivery/queue-message.ts';
import type {
  ConversationPage,
  ConversationView,
  MessagePage,
  MessageView,
} from './rules/conversation-views.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const manager = 'margaret.chen@lakeside.example';
const ourNumber = '+13125550100';
const authToken = '0'.repeat(32);

const patients = await inClinic(app.database, clinic.id, (trx) =>
  trx
    .selectFrom('patients as p')
    .leftJoin('patient_phone_numbers as n', (join) =>
      join
        .onRef('n.clinic_id', '=', 'p.clinic_id')
        .onRef('n.patient_id', '=', 'p.id')
        .on('n.preferred', '=', true),
    )
    .select(['p.id', 'p.given_name as name', 'n.phone_number as number'])
    .where('p.family_name', '=', 'Bennett')
    .execute(),
);
const idOf = (name: string) => patients.find((each) => each.name === name)!.id;
const laura = patients.find(({ name }) => name === 'Laura')!.number!;

const post = (path: string, params: Record<string, string>, signed = true) => {
  const url = `${app.url}${path}`;
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signed ? twilio.getExpectedTwilioSignature(authToken, url, params) : 'AAAA',
    },
    body: new URLSearchParams(params).toString(),
  });
};
const newSid = () => `SM${randomBytes(16).toString('hex')}`;
const write = async (body: string, { from = laura, sid = newSid(), to = ourNumber } = {}) => {
  const answer = await post('/api/twilio/sms/incoming', { MessageSid: sid, From: from, To: to, Body: body });
  assert.equal(answer.status, 200);
  app.clock.advance({ seconds: 1 });
  assert.match(await answer.text(), /<Response\/>/);
  return sid;
};
const ask = async (method: string, path: string, body?: unknown, of = clinic.id) => {
  const answer = await app.as(manager, method, `/api/v1/clinics/${of}${path}`, body);
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
};
const inbox = async (query = '') => (await ask('GET', `/conversations${query}`)).body as ConversationPage;
const conversationWith = async (address: string): Promise<ConversationView> =>
  (await inbox('?status=all')).items.find((each) => each.address === address)!;
const thread = async (address = laura): Promise<MessageView[]> => {
  const { id } = await conversationWith(address);
  return ((await ask('GET', `/conversations/${id}/messages`)).body as MessagePage).items;
};
const visitOf = (patientId: string, startsAt: Temporal.Instant): Promise<string> =>
  inClinic(app.database, clinic.id, (trx) => insertVisit(trx, patientId, startsAt));
const statusOf = async (id: string) =>
  inClinic(
    app.database,
    clinic.id,
    async (trx) =>
      (await trx.selectFrom('appointments').select('status').where('id', '=', id).executeTakeFirst())?.status,
  );
const tasksOf = (clinicId: string) =>
  inClinic(app.database, clinicId, (trx) =>
    trx
      .selectFrom('tasks')
      .select(['kind', 'title', 'body', 'appointment_id'])
      .where('source', '=', 'message')
      .orderBy('created_at', 'desc')
      .execute(),
  );
const optOuts = () =>
  inClinic(app.database, clinic.id, (trx) =>
    trx.selectFrom('contact_opt_outs').select(['address', 'how']).where('lifted_at', 'is', null).execute(),
  );
let carrier = carrierOnTrial();
const mails: { to: string; text: string }[] = [];
const deliver = () =>
  deliverOnTrial({
    database: app.database,
    clock: app.clock,
    carrier,
    email: { send: async ({ to, text }) => void mails.push({ to, text }), close: () => {} },
    portalUrl: async () => app.url,
  });
/** Reminders as a workflow sends them. */
const remind = async (visits: Record<string, string>) => {
  for (const [name, appointmentId] of Object.entries(visits))
    await inClinic(app.database, clinic.id, (trx) =>
      queueMessage(
        trx,
        {
          key: randomUUID(),
          to: { patientId: idOf(name) },
          channel: 'sms',
          purpose: 'appointment',
          content: { text: `${name}: please confirm.` },
          appointmentId,
          cause: { kind: 'staff', userId: randomUUID() },
        },
        app.clock.now(),
      ),
    );
  await deliver();
};

beforeEach(async () => {
  carrier = carrierOnTrial();
  mails.length = 0;
  app.clock.advance({ minutes: 1 });
  await inClinic(app.database, clinic.id, async (trx) => {
    await trx.deleteFrom('conversations').execute();
    await trx.deleteFrom('contact_opt_outs').execute();
    await trx.deleteFrom('appointments').where('starts_at', '>', app.clock.now()).execute();
  });
});
const soon = () => app.clock.now().add({ hours: 48 });

test('a message that cannot be understood opens a conversation, once however often it comes', async () => {
  const sid = await write('My tooth hurts since yesterday');
  await Promise.all([
    write('My tooth hurts since yesterday', { sid }),
    write('My tooth hurts since yesterday', { sid }),
  ]);
  const { items, openCount } = await inbox();
  assert.equal(openCount, 1);
  assert.deepEqual(
    items.map(({ address, unread, openReason, people }) => ({
      address,
      unread,
      openReason,
      who: people.map(({ name }) => name),
    })),
    [
      {
        address: laura,
        unread: 1,
        openReason: 'unclear',
        who: ['Laura Bennett', 'Annie Bennett', 'Ben Bennett'],
      },
    ],
  );
  assert.equal((await thread()).length, 1);
});

test('what is not signed, of no clinic, or from no number is not taken in', async () => {
  const params = { MessageSid: newSid(), From: laura, To: ourNumber, Body: 'x' };
  assert.equal((await post('/api/twilio/sms/incoming', params, false)).status, 403);
  assert.equal((await post('/api/twilio/sms/status?clinic=a&message=b', {}, false)).status, 403);
  await write('x', { to: '+13125559999' });
  await write('x', { from: 'LAKESIDE' });
  await write('x', { sid: 'nonsense' });
  assert.deepEqual((await inbox('?status=all')).items, []);
});

test('a yes confirms the appointment that was asked about, is answered, and needs nobody', async () => {
  const visit = await visitOf(idOf('Laura'), soon());
  await remind({ Laura: visit });
  await write('Yes, thank you');
  assert.equal(await statusOf(visit), 'confirmed');
  assert.equal((await inbox()).openCount, 0);
  await deliver();
  assert.match(
    carrier.sent.at(-1)!.body,
    /^Thank you, it is confirmed \(Laura: Sunday, November 22, .*Lakeside Dental/,
  );
  assert.deepEqual(
    (await thread()).map(({ understood, automatic }) => [understood, automatic]),
    [
      [null, true],
      ['yes', false],
      [null, false],
    ],
  );
});

test('"Anna yes, Ben next week": one confirmed, the other for a person', async () => {
  const [anna, ben] = [await visitOf(idOf('Anna'), soon()), await visitOf(idOf('Ben'), soon())];
  await remind({ Anna: anna, Ben: ben });
  assert.deepEqual(new Set(carrier.sent.map(({ to }) => to)), new Set([laura]), 'both go to their mother');
  await write('Anna yes, Ben next week');
  assert.deepEqual([await statusOf(anna), await statusOf(ben)], ['confirmed', 'booked']);
  const { items } = await inbox();
  assert.equal(items[0]?.openReason, 'new-time');
});

test('CANCEL cancels, opts out, and is confirmed by e-mail, because the carrier lets no text message through', async () => {
  const visit = await visitOf(idOf('Laura'), soon());
  await remind({ Laura: visit });
  await write('CANCEL');
  assert.equal(await statusOf(visit), 'cancelled');
  assert.deepEqual(await optOuts(), [{ address: laura, how: 'keyword' }]);
  const sentBefore = carrier.sent.length;
  await deliver();
  assert.equal(carrier.sent.length, sentBefore);
  assert.match(mails[0]?.text ?? '', /cancelled.*START/s);
  assert.equal((await inbox()).items[0]?.openReason, 'stopped-by-cancel');
});

test('after CANCEL somebody rings: the task says what was cancelled, in the clinic’s language', async () => {
  const visit = await visitOf(idOf('Laura'), soon());
  await remind({ Laura: visit });
  await write('CANCEL');
  const [task] = await tasksOf(clinic.id);
  assert.equal(task?.kind, 'callback');
  assert.equal(task?.title, 'Stop word from Laura: see to the appointment');
  assert.match(task?.body ?? '', /no text message reaches them.*Cancelled: Laura, Sunday, November 22/s);
  assert.equal(task?.appointment_id, visit);

  const { number } = await inClinic(app.database, german.id, (trx) =>
    trx
      .selectFrom('patient_phone_numbers as n')
      .innerJoin('patients as p', (join) =>
        join.onRef('p.clinic_id', '=', 'n.clinic_id').onRef('p.id', '=', 'n.patient_id'),
      )
      .select('n.phone_number as number')
      .where('p.family_name', '=', 'Zimmermann')
      .where('n.preferred', '=', true)
      .executeTakeFirstOrThrow(),
  );
  await write('Cancel', { from: number, to: german.phoneNumber });
  const [deutsch] = await tasksOf(german.id);
  assert.match(deutsch?.title ?? '', /^Stoppwort von Hans-Peter: Termin klären$/);
  assert.match(deutsch?.body ?? '', /Damit enden auch die SMS/);
  const stopped = await inClinic(app.database, german.id, (trx) =>
    trx.selectFrom('contact_opt_outs').select(['address', 'how']).execute(),
  );
  assert.deepEqual(stopped, [{ address: number, how: 'keyword' }]);
});

test('who has said stop gets nothing more, not even from a person; START takes it back', async () => {
  await write('please stop texting me');
  await deliver();
  assert.equal(carrier.sent.length, 1, 'one confirmation');
  await write('Stop texting me!!');
  await deliver();
  assert.equal(carrier.sent.length, 1, 'and no second one');
  const { id, optedOut } = await conversationWith(laura);
  assert.equal(optedOut, true);
  await ask('POST', `/conversations/${id}/messages`, { key: randomUUID(), text: 'Are you sure?' });
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.equal((await thread())[0]?.status, 'withheld');
  await write('START');
  await ask('POST', `/conversations/${id}/messages`, { key: randomUUID(), text: 'Welcome back' });
  await deliver();
  assert.equal(carrier.sent.at(-1)?.body, 'Welcome back');
});

test('a person answers, assigns, closes; twice sent is once written', async () => {
  await write('Can I come at 10 instead?');
  const { id } = await conversationWith(laura);
  const key = randomUUID();
  const first = await ask('POST', `/conversations/${id}/messages`, { key, text: ' Yes, 10 is fine ' });
  const again = await ask('POST', `/conversations/${id}/messages`, { key, text: 'Yes, 10 is fine' });
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.deepEqual(first.body, again.body);
  await deliver();
  assert.equal(carrier.sent.length, 1);
  const [answer] = await thread();
  assert.deepEqual([answer?.by, answer?.status, answer?.text], ['Margaret Chen', 'sent', 'Yes, 10 is fine']);
  const view = await conversationWith(laura);
  assert.deepEqual([view.unread, view.waitsSince], [0, null]);
  const closed = await ask('PATCH', `/conversations/${id}`, { status: 'closed', assignedTo: null });
  assert.equal((closed.body as ConversationView).status, 'closed');
  assert.equal((await inbox()).openCount, 0);
  await write('And my daughter?');
  assert.equal((await conversationWith(laura)).status, 'open');
});

test('receipts move the message on', async () => {
  await write('Hello, is anybody there?');
  const { id } = await conversationWith(laura);
  await ask('POST', `/conversations/${id}/messages`, { key: randomUUID(), text: 'Yes!' });
  await deliver();
  const { sid, statusUrl } = carrier.sent[0]!;
  const params = { MessageSid: sid, MessageStatus: 'delivered' };
  assert.equal((await post(statusUrl.slice(app.url.length), params)).status, 204);
  assert.equal((await thread())[0]?.status, 'delivered');
});

test('writing first goes to who answers for a child; nobody without a number', async () => {
  const sent = await ask('POST', '/conversations', {
    key: randomUUID(),
    patientId: idOf('Anna'),
    channel: 'sms',
    text: 'Hello',
  });
  assert.equal(sent.status, 201);
  await deliver();
  assert.equal(carrier.sent[0]?.to, laura);
  const nobody = await ask('POST', '/conversations', {
    key: randomUUID(),
    patientId: randomUUID(),
    channel: 'sms',
    text: 'x',
  });
  assert.equal(nobody.status, 409);
});

test('another clinic, and what is nonsense, is refused', async () => {
  await write('My tooth hurts');
  const { id } = await conversationWith(laura);
  const dieter = 'sabine.hoffmann@zahnarzt-am-see.example';
  for (const [method, path, body] of [
    ['GET', `/conversations/${id}`],
    ['GET', `/conversations/${id}/messages`],
    ['PATCH', `/conversations/${id}`, { status: 'closed' }],
    ['POST', `/conversations/${id}/messages`, { key: randomUUID(), text: 'x' }],
  ] as const) {
    const emails = await app.database
      .selectFrom('clinic_members as m')
      .innerJoin('users as u', 'u.id', 'm.user_id')
      .select('u.email')
      .where('m.clinic_id', '=', german.id)
      .where('m.role', '=', 'owner')
      .execute();
    const answer = await app.as(
      emails[0]?.email ?? dieter,
      method,
      `/api/v1/clinics/${german.id}${path}`,
      body,
    );
    assert.equal(answer.status, 404, path);
  }
  for (const body of [{}, { status: 'gone' }, { assignedTo: randomUUID() }, { read: false }])
    assert.equal((await ask('PATCH', `/conversations/${id}`, body)).status, 400);
  for (const query of ['?cursor=x', '?status=some', '?limit=0', '?assignedTo=me'])
    assert.equal((await ask('GET', `/conversations${query}`)).status, 400, query);
  await write('My tooth\u0000hurts');
  assert.equal((await thread())[0]?.text, 'My toothhurts');
  for (const text of ['', '   ', 'a\u0000b', 'x'.repeat(1601)])
    assert.equal(
      (await ask('POST', `/conversations/${id}/messages`, { key: randomUUID(), text })).status,
      400,
    );
});
