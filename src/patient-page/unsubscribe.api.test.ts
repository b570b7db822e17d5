import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { recordConsent } from '../consent/record-consent.ts';
import { inClinic } from '../platform/database/database.ts';
import { codeIn, messagesOnTrial } from './messages-on-trial.ts';
import type { Unsubscribing } from './rules/unsubscribing.ts';

const app = await startDemoApp();
const { clinic, mails, send, template, messageOf } = messagesOnTrial(app);
const address = 'laura@home.example';
let laura: string;
let news: string;

before(async () => {
  // Half past ten in Chicago: the clinic is open.
  app.clock.advance({ hours: 1, minutes: 30 });
  await inClinic(app.database, clinic.id, async (trx) => {
    const { id } = await trx
      .selectFrom('patients')
      .select('id')
      .where('given_name', '=', 'Laura')
      .where('family_name', '=', 'Bennett')
      .executeTakeFirstOrThrow();
    laura = id;
    await trx.deleteFrom('patient_emails').where('patient_id', '=', id).execute();
    await trx
      .insertInto('patient_emails')
      .values({ clinic_id: clinic.id, patient_id: id, email: address, preferred: true })
      .execute();
    const consent = { channel: null, method: 'web-form', proof: null } as const;
    const at = app.clock.now();
    await recordConsent(
      trx,
      laura,
      { ...consent, purposes: ['marketing'], obtainedAt: at.toString() },
      { userId: null, at },
    );
  });
  news = await template({ en: { subject: 'News', body: 'Whitening is cheaper in December.' } }, 'marketing');
});

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${app.url}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Unsubscribing };
};
const optOuts = () =>
  inClinic(app.database, clinic.id, (trx) =>
    trx
      .selectFrom('contact_opt_outs')
      .select(['patient_id', 'address', 'channel', 'purpose', 'how', 'message_id', 'lifted_how'])
      .where('address', '=', address)
      .orderBy('since')
      .orderBy('id')
      .execute(),
  );
const sendNews = async () => {
  // The cap for advertising is one in seven days.
  app.clock.advance({ hours: 24 * 7 });
  const id = await send({ to: { patientId: laura }, purpose: 'marketing', content: { templateId: news } });
  return { mail: mails.at(-1)!, ...(await messageOf(id)) };
};

test('an advertisement has a link to unsubscribe, a header for mail programs and the postal address', async () => {
  const { mail, status } = await sendNews();
  assert.equal(status, 'sent');
  assert.match(mail.unsubscribeUrl!, /\/l\/[A-Za-z0-9]{16}$/);
  assert.ok(mail.text.endsWith(`Unsubscribe from these e-mails: ${mail.unsubscribeUrl}`));
  assert.match(mail.html!, /120 Lake Street, Chicago/);
  assert.ok(mail.html!.includes(`href="${mail.unsubscribeUrl}"`));
  assert.doesNotMatch(mail.html!, /<img/);
});

test('reading the link changes nothing, whoever reads it', async () => {
  const code = codeIn((await sendNews()).mail.text);
  for (const path of [`/l/${code}`, `/api/v1/links/${code}`, `/api/v1/links/${code}/unsubscribing`])
    for (const method of ['GET', 'HEAD'])
      assert.equal(
        (await fetch(`${app.url}${path}`, { method, headers: { accept: 'text/html' } })).status,
        200,
        path,
      );
  assert.deepEqual(await optOuts(), []);
});

test('the page unsubscribes with proof, and takes it back', async () => {
  const { id, mail } = await sendNews();
  const path = `/api/v1/links/${codeIn(mail.text)}/unsubscribing`;
  const untouched = await ask('GET', path);
  assert.deepEqual(untouched.body, {
    clinic: 'Lakeside Dental',
    language: 'en',
    channel: 'email',
    kind: 'marketing',
    ended: null,
    canTakeBack: false,
  });
  const [first, second] = await Promise.all([
    ask('PUT', path, { ended: 'kind' }),
    ask('PUT', path, { ended: 'kind' }),
  ]);
  for (const { body } of [first, second]) assert.deepEqual([body.ended, body.canTakeBack], ['kind', true]);
  const said = {
    patient_id: laura,
    address,
    channel: 'email',
    purpose: 'marketing',
    how: 'link',
    message_id: id,
  };
  assert.deepEqual(await optOuts(), [{ ...said, lifted_how: null }]);

  const kept = await sendNews();
  assert.deepEqual([kept.status, kept.reason], ['withheld', 'opted-out']);
  const care = await send({ to: { patientId: laura }, content: { text: 'Your X-ray is ready.' } });
  assert.equal((await messageOf(care)).status, 'sent');

  assert.deepEqual((await ask('PUT', path, { ended: null })).body, untouched.body);
  assert.deepEqual(await optOuts(), [{ ...said, lifted_how: 'link' }]);
  assert.equal((await sendNews()).status, 'sent');
});

test('the button of mail programs needs no page, and is no different the second time', async () => {
  const { mail } = await sendNews();
  const earlier = (await optOuts()).length;
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'])
    assert.equal(
      (
        await fetch(mail.unsubscribeUrl!, {
          method: 'POST',
          headers: { 'content-type': type },
          body: 'List-Unsubscribe=One-Click',
        })
      ).status,
      200,
    );
  assert.equal((await optOuts()).length, earlier + 1);
  await ask('PUT', `/api/v1/links/${codeIn(mail.text)}/unsubscribing`, { ended: null });
});

test('what was said otherwise is not taken back by a link', async () => {
  const { mail } = await sendNews();
  await inClinic(app.database, clinic.id, (trx) =>
    trx
      .insertInto('contact_opt_outs')
      .values({
        clinic_id: clinic.id,
        id: '0199a1b2-3c4d-7e5f-8a6b-1c2d3e4f5a6b',
        address,
        channel: 'email',
        how: 'complaint',
        since: app.clock.now(),
      })
      .execute(),
  );
  const path = `/api/v1/links/${codeIn(mail.text)}/unsubscribing`;
  for (const { body } of [await ask('GET', path), await ask('PUT', path, { ended: null })])
    assert.deepEqual([body.ended, body.canTakeBack], ['all', false]);
  await inClinic(app.database, clinic.id, (trx) => trx.deleteFrom('contact_opt_outs').execute());
});

test('without a postal address no advertisement leaves by e-mail', async () => {
  const postal = (postal_address: string | null) =>
    inClinic(app.database, clinic.id, (trx) =>
      trx.updateTable('message_settings').set({ postal_address }).execute(),
    );
  await postal(null);
  const { status, reason } = await sendNews();
  assert.deepEqual([status, reason], ['failed', 'no-postal-address']);
  await postal('120 Lake Street, Chicago');
});

test('a link ends, and a code that never was is the same', async () => {
  const { mail } = await sendNews();
  const code = codeIn(mail.text);
  app.clock.advance({ hours: 24 * 731 });
  for (const wrong of [code, 'A'.repeat(16), 'x', '..%2f', `${code}a`]) {
    const answer = await ask('GET', `/api/v1/links/${wrong}`);
    assert.deepEqual([answer.status, (answer.body as unknown as { code: string }).code], [404, 'link-over']);
    assert.equal((await ask('PUT', `/api/v1/links/${wrong}/unsubscribing`, { ended: 'all' })).status, 404);
    assert.equal((await fetch(`${app.url}/l/${wrong}`, { method: 'POST' })).status, 404);
  }
});
