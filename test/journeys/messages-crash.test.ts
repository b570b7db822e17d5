import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { queueMessages } from '../../src/messages/delivery/queue-message.ts';
import type { MessageOrder } from '../../src/messages/rules/message-order.ts';
import { createDatabase, inClinic } from '../../src/platform/database/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { findEndpoint } from '../../src/platform/service-endpoints.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startProcesses } from '../fixtures/installation-processes.ts';
import { requestJson } from '../fixtures/installation-requests.ts';

/* Workers die while they send, and the carrier fails a tenth of the requests: none lost, none twice, counted at the carrier. */

/** MESSAGES=10000 plays it at length. */
const total = Number(process.env['MESSAGES'] ?? 300);

const world = await startProcesses();
const { database, close } = createDatabase(world.connection, createLog('silent'), 4);
after(() => close());
const clinic = await database
  .selectFrom('clinics')
  .select('id')
  .where('language', '=', 'en')
  .executeTakeFirstOrThrow();

const carrierSays = (state: object) =>
  requestJson('PUT', `${world.sandboxUrl}/telephones/api/bad-day`, { body: state });

type Page = { messages: { body: string; direction: string }[]; next_page_uri: string | null };
/** Every text that the carrier took, page by page. */
const textsAtCarrier = async (): Promise<string[]> => {
  const { baseUrl, accountSid, authToken } = (await findEndpoint(database, 'sandbox'))!;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const texts: string[] = [];
  let next: string | null = `/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=1000`;
  while (next !== null) {
    const answer: Page = (await (await fetch(baseUrl + next, { headers: { authorization } })).json()) as Page;
    texts.push(
      ...answer.messages.filter(({ direction }) => direction === 'outbound-api').map(({ body }) => body),
    );
    next = answer.next_page_uri;
  }
  return texts;
};
const countOf = (statuses: string[]): Promise<number> =>
  inClinic(database, clinic.id, async (trx) => {
    const rows = await trx
      .selectFrom('messages')
      .select('id')
      .where('key', 'like', 'crash:%')
      .where('status', 'in', statuses)
      .execute();
    return rows.length;
  });
const gone = ['sent', 'delivered'];

test(`${total} messages, two workers killed in the middle`, async () => {
  await inClinic(database, clinic.id, (trx) =>
    trx
      .insertInto('message_senders')
      .values({ clinic_id: clinic.id, address: world.english.phoneNumber, per_minute: 100_000 })
      .execute(),
  );
  await carrierSays({
    rest: { errorShare: 0.1, lostAnswerShare: 0.05, delayMs: 20 },
    callbacks: { lostShare: 0.1, duplicatedShare: 0.1, reorderedShare: 0.1 },
  });
  const people = await inClinic(database, clinic.id, (trx) =>
    trx
      .selectFrom('patient_phone_numbers')
      .select('patient_id as id')
      .where('takes_sms', '=', true)
      .where('unreachable', '=', false)
      .distinct()
      .execute(),
  );
  const orders = Array.from({ length: total }, (_, index): MessageOrder => ({
    key: `crash:${index}`,
    to: { patientId: people[index % people.length]!.id },
    channel: 'sms',
    purpose: 'care',
    content: { text: `Message ${index}` },
    cause: { kind: 'staff', userId: randomUUID() },
  }));
  await inClinic(database, clinic.id, (trx) => queueMessages(trx, orders, Temporal.Now.instant()));

  let { worker } = world;
  for (const part of [0.2, 0.5]) {
    await eventually(
      `${part} of them`,
      async () => (await countOf([...gone, 'sending'])) > total * part,
      120_000,
    );
    await worker.kill();
    worker = await world.startWorker();
  }
  // A lease after the last death, and the pauses of those whose attempts failed several times in a row.
  const enough = 600_000 + total * 60;
  await eventually('the outbox', async () => (await countOf(['waiting', 'sending'])) === 0, enough);
  assert.equal(await countOf(gone), total);
  await carrierSays({});
  const texts = await textsAtCarrier();
  assert.equal(new Set(texts).size, total, 'none lost');
  assert.equal(texts.length, total, 'none twice');
});
