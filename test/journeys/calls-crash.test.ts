import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { orderCalls } from '../../src/dialling/order-calls.ts';
import type { CallOrder } from '../../src/dialling/rules/call-order.ts';
import { createDatabase, inClinic } from '../../src/platform/database/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { findEndpoint } from '../../src/platform/service-endpoints.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startProcesses } from '../fixtures/installation-processes.ts';
import { requestJson } from '../fixtures/installation-requests.ts';
import { telephoneAt } from '../fixtures/installation-telephones.ts';

/*
 * Workers die while they dial, in the middle of a request, and the carrier's answers are lost: no patient is called twice,
 * none is forgotten, counted at the carrier.
 */

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

type Page = { calls: { to: string; direction: string }[]; next_page_uri: string | null };
/** Whom the carrier was told to call, one entry for each call. */
const calledByCarrier = async (): Promise<string[]> => {
  const { baseUrl, accountSid, authToken } = (await findEndpoint(database, 'sandbox'))!;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const called: string[] = [];
  let next: string | null = `/2010-04-01/Accounts/${accountSid}/Calls.json?PageSize=1000`;
  while (next !== null) {
    const answer: Page = (await (await fetch(baseUrl + next, { headers: { authorization } })).json()) as Page;
    called.push(...answer.calls.filter(({ direction }) => direction === 'outbound-api').map(({ to }) => to));
    next = answer.next_page_uri;
  }
  return called;
};

/** Somebody at each number, and daylight with them: calls keep to the hours of whom they reach. */
const patients = await inClinic(database, clinic.id, async (trx) => {
  const hour = Temporal.Now.instant().toZonedDateTimeISO('UTC').hour;
  const zone = hour <= 12 ? `Etc/GMT-${12 - hour}` : `Etc/GMT+${hour - 12}`;
  await trx.updateTable('patients').set({ time_zone: zone }).execute();
  await sql`INSERT INTO call_senders (clinic_id, phone_number, per_minute, at_once)
    VALUES (${clinic.id}, ${world.english.phoneNumber}, 6000, 4)`.execute(trx);
  const { rows } = await sql<{ id: string; number: string }>`
    SELECT DISTINCT ON (n.phone_number) n.patient_id AS id, n.phone_number AS number FROM patient_phone_numbers n
    JOIN patients p ON p.clinic_id = n.clinic_id AND p.id = n.patient_id
    WHERE n.clinic_id = ${clinic.id} AND n.preferred AND NOT n.unreachable AND p.archived_at IS NULL AND p.merged_into IS NULL
      AND NOT EXISTS (SELECT FROM patient_guardians g WHERE g.clinic_id = n.clinic_id AND g.patient_id = p.id)
    ORDER BY n.phone_number LIMIT 24`.execute(trx);
  return rows;
});

const countOf = (...statuses: string[]): Promise<number> =>
  inClinic(database, clinic.id, async (trx) => {
    const rows = await trx.selectFrom('ordered_calls').select('id').where('status', 'in', statuses).execute();
    return rows.length;
  });

test(`${patients.length} calls, three workers killed in mid-request`, async () => {
  assert.ok(patients.length >= 6, 'enough patients with a telephone of their own');
  for (const { number } of patients) await telephoneAt(world.sandboxUrl, number).behave({ onCall: 'busy' });
  // A request takes long enough to die in; of the others some are carried out and nobody hears of it.
  await carrierSays({ rest: { delayMs: 700, lostAnswerShare: 0.2 } });
  const orders = patients.map(({ id }, index): CallOrder => ({
    key: `crash:${index}`,
    instanceId: randomUUIDv7(),
    patientId: id,
    appointmentId: null,
    purpose: 'care',
    says: { script: { en: 'This is a call.', de: 'Das ist ein Anruf.' }, keys: {}, workflowName: 'Crash' },
    expiresAt: Temporal.Now.instant().add({ hours: 2 }),
    needsStandingAppointment: false,
  }));
  await inClinic(database, clinic.id, (trx) => orderCalls(trx, orders, Temporal.Now.instant()));

  let { worker } = world;
  for (const done of [0, 0.3, 0.6]) {
    await eventually(
      `a request under way after ${done} of them`,
      async () =>
        (await countOf('dialling')) > 0 && (await countOf('under-way', 'over')) >= done * orders.length,
      240_000,
    );
    await worker.kill();
    worker = await world.startWorker();
  }
  // A lease after the last death, and the pauses of those whose answers were lost several times in a row.
  await eventually('the last call', async () => (await countOf('over')) === orders.length, 360_000);
  await carrierSays({});
  const called = await calledByCarrier();
  assert.deepEqual(called.toSorted(), patients.map(({ number }) => number).toSorted());
});
