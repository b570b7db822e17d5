import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { before, beforeEach, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { takeMessageFacts } from '../messages/delivery/tell-facts.ts';
import { inClinic } from '../platform/database/database.ts';
import { messagesOnTrial } from './messages-on-trial.ts';

const app = await startDemoApp();
const { clinic, mails, send, messageOf } = messagesOnTrial(app);
const instanceId = randomUUIDv7();
const target = 'https://clinic.example/price?list=1&for=you';
const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36';
let patientId: string;

const track = (track_email: boolean) =>
  inClinic(app.database, clinic.id, (trx) =>
    trx
      .insertInto('message_settings')
      .values({ clinic_id: clinic.id, track_email })
      .onConflict((conflict) => conflict.column('clinic_id').doUpdateSet({ track_email }))
      .execute(),
  );
const facts = async () => {
  const told = await inClinic(app.database, clinic.id, (trx) => takeMessageFacts(trx));
  return told.filter((one) => one.instanceId === instanceId).map(({ fact }) => fact.fact);
};

before(async () => {
  const { id } = await inClinic(app.database, clinic.id, (trx) =>
    trx.selectFrom('patients').select('id').where('given_name', '=', 'Laura').executeTakeFirstOrThrow(),
  );
  patientId = id;
  await inClinic(app.database, clinic.id, (trx) =>
    trx
      .insertInto('patient_emails')
      .values({ clinic_id: clinic.id, patient_id: id, email: 'laura@home.example', preferred: false })
      .execute(),
  );
});
beforeEach(() => app.clock.advance({ hours: 72 }));

const sendMail = async () => {
  const id = await send({
    to: { patientId },
    content: { text: `Our prices: ${target}.`, subject: 'Prices' },
    cause: { kind: 'workflow', instanceId, workflowName: 'Prices', step: 'mail' },
  });
  const { html, text } = mails.at(-1)!;
  const open = /<img src="([^"]+)"/.exec(html!)?.[1];
  const click = /<a href="([^"]+)"[^>]*>https:\/\/clinic/.exec(html!)?.[1]?.replaceAll('&amp;', '&');
  assert.equal((await messageOf(id)).status, 'sent');
  await facts();
  return { id, text, open, click };
};
const visit = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url, { method, redirect: 'manual', headers: { 'user-agent': browser, ...headers } });
const times = async (id: string) => {
  const { opened_at, clicked_at } = await messageOf(id);
  return [opened_at !== null, clicked_at !== null];
};

test('nothing is noted, and no link led around, unless the clinic wants it', async () => {
  const { open, click, text } = await sendMail();
  assert.deepEqual([open, click], [undefined, target]);
  assert.ok(text.includes(target));
});

test('what a person opens and follows is told once, and the link leads where it says', async () => {
  await track(true);
  const { id, open, click, text } = await sendMail();
  assert.ok(text.includes(target), 'the plain text leads there itself');
  app.clock.advance({ minutes: 2 });
  for (let round = 0; round < 2; round += 1) {
    const picture = await visit(open!);
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/gif']);
  }
  assert.deepEqual(await times(id), [true, false]);
  const answers = await Promise.all([visit(click!), visit(click!)]);
  for (const answer of answers)
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, target]);
  assert.deepEqual(await times(id), [true, true]);
  assert.deepEqual((await facts()).toSorted(), ['clicked', 'opened']);
});

test('scanners, previews and what comes in the first moment are led on and not counted', async () => {
  await track(true);
  const { id, open, click } = await sendMail();
  assert.equal((await visit(click!)).status, 302);
  app.clock.advance({ minutes: 2 });
  assert.equal((await visit(click!, {}, 'HEAD')).status, 302);
  assert.equal((await visit(click!, { 'sec-purpose': 'prefetch' })).status, 302);
  assert.equal((await visit(click!, { 'user-agent': 'Barracuda Sentinel' })).status, 302);
  assert.equal((await visit(open!, {}, 'HEAD')).status, 200);
  assert.deepEqual(await times(id), [false, false]);
  assert.deepEqual(await facts(), []);
});

test('switched off, nothing more is noted of mails that are out already', async () => {
  await track(true);
  const { id, click } = await sendMail();
  await track(false);
  app.clock.advance({ minutes: 2 });
  assert.equal((await visit(click!)).headers.get('location'), target);
  assert.deepEqual(await times(id), [false, false]);
});
