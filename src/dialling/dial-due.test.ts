import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { actionOf } from '../../test/fixtures/caller.ts';
import { startDiallingTrial, type Placed } from '../../test/fixtures/dialling.ts';
import { reconcileCalls } from '../calls/reconcile-calls.ts';
import { scheduleAppointment } from '../appointments/schedule-appointment.ts';
import { setAppointmentStatus } from '../appointments/set-appointment-status.ts';
import { claimCalls } from './claim-calls.ts';
import { dialDue } from './dial-due.ts';
import { lease } from './dialling-work.ts';
import { withdrawCalls } from './order-calls.ts';

const trial = await startDiallingTrial();
const { clock, network, english, german, order, ask, answered, ends, outcomes, inside, deps } = trial;

type Person = { id: string; number: string };
/** Grown-ups with a telephone, each with whatever caps are left of theirs. */
const peopleOf = (clinic: typeof english): Promise<Person[]> =>
  inside(async (trx) => {
    const { rows } = await sql<Person>`
      SELECT p.id, n.phone_number AS number FROM patients p
      JOIN patient_phone_numbers n ON n.clinic_id = p.clinic_id AND n.patient_id = p.id AND n.preferred AND NOT n.unreachable
      WHERE p.clinic_id = ${trx.clinicId} AND p.birth_date < '2000-01-01'
        AND (SELECT c.language = coalesce(p.language, c.language) FROM clinics c WHERE c.id = p.clinic_id) ORDER BY p.id`.execute(
      trx,
    );
    return rows;
  }, clinic);
const people = await peopleOf(english);
let next = 0;
/** Each time somebody else. */
const somebody = (): Person => people[next++ % people.length]!;

/** A second later, as the pace of a number wants it. */
const dial = () => {
  clock.advance({ seconds: 1 });
  return dialDue(deps);
};
const lastPlaced = (): Placed => network.placed.at(-1)!;
/** Orders a call to somebody and has it placed. */
const call = async (own: Parameters<typeof order>[1] = {}): Promise<Placed> => {
  await order(somebody().id, own);
  await dial();
  return lastPlaced();
};
const press = (placed: Placed, document: string, digits: string) =>
  ask(placed, actionOf(document, 'Gather'), { Digits: digits });

const visit = async (patientId: string): Promise<string> => {
  const made = await inside(async (trx) => {
    const { id: practitionerId } = await trx
      .selectFrom('practitioners')
      .select('id')
      .where('clinic_id', '=', trx.clinicId)
      .executeTakeFirstOrThrow();
    const startsAt = clock.now().add({ hours: 30 }).toString();
    return scheduleAppointment(
      trx,
      { patientId, practitionerId, typeId: null, startsAt, reason: 'Check-up' },
      { userId: null, at: clock.now() },
      async () => {},
    );
  });
  assert.ok(made.ok);
  return made.id;
};
const statusOf = (id: string) =>
  inside((trx) =>
    trx.selectFrom('appointments').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
  ).then(({ status }) => status);
const logged = () =>
  inside((trx) =>
    trx
      .selectFrom('call_logs')
      .select(['status', 'outcome', 'carrier_sid', 'patient_id'])
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );

beforeEach(async () => {
  network.placed.length = 0;
  network.fate = () => 'done';
  network.lists = true;
  await sql`DELETE FROM ordered_call_outbox`.execute(trial.database);
  await sql`DELETE FROM untold_call_outcomes`.execute(trial.database);
  await inside((trx) => sql`DELETE FROM ordered_calls`.execute(trx));
  await inside((trx) => sql`DELETE FROM call_senders`.execute(trx));
  await inside((trx) => sql`DELETE FROM contact_opt_outs`.execute(trx));
  await inside((trx) => sql`UPDATE contact_decisions SET counted_at = NULL`.execute(trx));
  clock.advance({ minutes: 1 });
});

test('the patient confirms by key, in the book and for the workflow, once', async () => {
  const patient = somebody();
  const appointmentId = await visit(patient.id);
  await order(patient.id, { appointmentId });
  await dial();
  await dial();
  assert.equal(network.placed.length, 1);
  const placed = lastPlaced();
  assert.deepEqual(
    [placed.to, placed.from, placed.detectMachine],
    [patient.number, english.phoneNumber, 'message'],
  );
  assert.match(placed.answerUrl, /^https:\/\/desk\.example\/api\/twilio\/voice\/script\?clinic=/);

  const script = await answered(placed);
  assert.match(script, /Hello, this is Lakeside Dental\. This is an automated call/);
  assert.match(script, /You are expected soon, /);
  assert.match(script, /To confirm, press 1\. For another time, press 2\..*press 9\./);
  assert.equal(await statusOf(appointmentId), 'booked');
  const thanks = await press(placed, script, '1');
  assert.match(thanks, /That is confirmed/);
  assert.equal(await press(placed, script, '1'), thanks, 'the same key told twice gets the same answer');
  assert.equal(await statusOf(appointmentId), 'confirmed');

  assert.deepEqual(await outcomes(), [], 'the call is not over');
  await ends(placed);
  await ends(placed);
  assert.deepEqual(await outcomes(), ['confirmed']);
  assert.deepEqual(await outcomes(), []);
  assert.deepEqual(await logged(), {
    status: 'ended',
    outcome: 'answered',
    carrier_sid: placed.sid,
    patient_id: patient.id,
  });
});

test('in German, in the patient’s words', async () => {
  const [patient] = await peopleOf(german);
  await order(patient!.id, { clinic: german });
  await dial();
  const script = await answered(lastPlaced());
  assert.match(script, /Guten Tag, hier ist .*Dies ist ein automatischer Anruf. Sie sprechen mit einer KI/);
  assert.match(script, /Wir erwarten Sie bald, .*Zum Bestätigen drücken Sie die 1/);
  assert.match(await press(lastPlaced(), script, '2'), /Wir rufen Sie an, um einen anderen Termin zu finden/);
  await ends(lastPlaced());
  assert.deepEqual(await outcomes(german), ['reschedule-asked']);
});

test('an appointment that is cancelled meanwhile is not confirmed: a person sees to it', async () => {
  const patient = somebody();
  const appointmentId = await visit(patient.id);
  await order(patient.id, { appointmentId });
  await dial();
  const script = await answered(lastPlaced());
  await inside((trx) =>
    setAppointmentStatus(
      trx,
      appointmentId,
      { status: 'cancelled', revision: null },
      { userId: null, at: clock.now() },
      async () => {},
    ),
  );
  const document = await press(lastPlaced(), script, '1');
  assert.match(document, /Something has changed about this appointment/);
  assert.match(document, /<Record/, 'nobody is there: they may leave a message');
  await ends(lastPlaced());
  assert.deepEqual(await outcomes(), ['wanted-someone']);
  assert.equal(await statusOf(appointmentId), 'cancelled');
});

test('who wants no more calls is called no more', async () => {
  const patient = somebody();
  await order(patient.id);
  await dial();
  const document = await press(lastPlaced(), await answered(lastPlaced()), '9');
  assert.match(document, /will not call you like this again/);
  await ends(lastPlaced());
  await order(patient.id);
  await dial();
  assert.equal(network.placed.length, 1);
  assert.deepEqual((await outcomes()).toSorted(), ['do-not-call', 'withheld do-not-call']);
});

test('a machine hears the short message, or nothing', async () => {
  const placed = await call();
  const left = await answered(placed, 'machine_end_beep');
  assert.match(left, /Please call Lakeside Dental/);
  assert.doesNotMatch(left, /expected|Gather/);
  await ends(placed);
  const without = await call({
    says: { script: { en: 'Secret' }, keys: {}, workflowName: 'Recall' },
  });
  assert.equal(without.detectMachine, 'answer');
  assert.doesNotMatch(await answered(without, 'machine_start'), /Say/);
  await ends(without);
  assert.deepEqual(await outcomes(), ['left-message', 'machine']);
});

test('where nobody knows who picked up, only a key brings the script', async () => {
  const placed = await call();
  const asked = await answered(placed, 'unknown');
  assert.match(asked, /We have a message for you/);
  assert.doesNotMatch(asked, /expected/);
  assert.match(await press(placed, asked, '1'), /You are expected soon/);
  await ends(placed);
  assert.deepEqual(await outcomes(), ['heard']);
});

test('silence hears it twice more, and goodbye; a wrong key leads to a person', async () => {
  const silent = await call();
  let document = await answered(silent);
  for (let round = 0; round < 3; round += 1) document = await press(silent, document, '');
  assert.match(document, /Goodbye/);
  await ends(silent);
  const lost = await call();
  document = await answered(lost);
  for (let round = 0; round < 3; round += 1) document = await press(lost, document, '7');
  assert.match(document, /<Record|<Dial|route-to-staff/);
  await ends(lost);
  assert.deepEqual(await outcomes(), ['heard', 'wanted-someone']);
});

for (const [status, outcome] of [
  ['busy', 'busy'],
  ['no-answer', 'no-answer'],
  ['failed', 'failed'],
] as const)
  test(`${status}: the outcome says so, and the place under the caps is free again`, async () => {
    const patient = somebody();
    await order(patient.id);
    await dial();
    await ends(lastPlaced(), status);
    await order(patient.id);
    await dial();
    assert.equal(network.placed.length, 2, 'the daily cap does not count what reached nobody');
    assert.deepEqual(await outcomes(), [outcome]);
  });

test('word of the end overtakes the question for the script', async () => {
  const placed = await call();
  await ends(placed);
  assert.match(await answered(placed), /Hangup/);
  assert.deepEqual(await outcomes(), ['failed']);
});

test('the carrier loses its answer: the call is found there, and nobody is called twice', async () => {
  network.fate = () => 'lost';
  await call();
  assert.equal(network.placed.length, 1);
  network.fate = () => 'done';
  network.lists = false;
  clock.advance({ seconds: 5 });
  await dial();
  network.lists = true;
  clock.advance({ minutes: 1 });
  await dial();
  await dial();
  assert.equal(network.placed.length, 1);
  assert.equal((await logged()).carrier_sid, lastPlaced().sid);
  await ends(lastPlaced(), 'no-answer');
  assert.deepEqual(await outcomes(), ['no-answer']);
});

test('the carrier broke before it did anything: it is called once more, and only once', async () => {
  network.fate = () => 'failed';
  await order(somebody().id);
  await dial();
  network.fate = () => 'done';
  clock.advance({ seconds: 5 });
  await dial();
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced(), 'busy');
  assert.deepEqual(await outcomes(), ['busy']);
});

test('a worker dies before and after it has dialled', async () => {
  await order(somebody().id);
  const before = await claimCalls(deps, english.id, clock.now());
  assert.equal(before.calls.length, 1);
  await dial();
  assert.equal(network.placed.length, 0, 'the lease is not over');
  clock.advance(lease);
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced());

  await order(somebody().id);
  const [claimed] = (await claimCalls(deps, english.id, clock.now())).calls;
  const link = (await deps.linkFor())({ clinicId: english.id, callId: claimed!.callId });
  const url = (endpoint: string): string => link({ endpoint, query: { turn: '0' } });
  await network.placeCall({
    from: claimed!.from,
    to: claimed!.to,
    timeoutSeconds: 25,
    answerUrl: url('script'),
    fallbackUrl: url('fallback'),
    statusUrl: url('status-callback'),
  });
  await answered(lastPlaced());
  clock.advance(lease);
  await dial();
  await dial();
  assert.equal(network.placed.length, 2, 'its webhook had told of it');
  await ends(lastPlaced());
  assert.deepEqual(await outcomes(), ['failed', 'heard']);
});

test('while nobody knows whether it was placed, nobody declares it failed', async () => {
  network.fate = () => 'lost';
  await call();
  network.lists = false;
  clock.advance({ minutes: 5 });
  await reconcileCalls({ ...deps, carrier: { ...trial.carrier, ...network, fetchCall: async () => null } });
  assert.deepEqual(await outcomes(), []);
  network.lists = true;
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced());
  assert.deepEqual(await outcomes(), ['failed'], 'nobody heard anything');
});

test('what is said is made ready before the telephone rings', async () => {
  const ready: string[] = [];
  const spoken: typeof deps.spoken = async (_trx, steps) => {
    for (const step of steps) if (step.do === 'say') ready.push(step.text);
    return steps;
  };
  await order(somebody().id);
  clock.advance({ seconds: 1 });
  await dialDue({ ...deps, spoken });
  const script = await answered(lastPlaced());
  assert.equal(ready.length, 4);
  for (const text of ready.slice(0, 3)) assert.ok(script.includes(text), text);
  await ends(lastPlaced());
});

test('the carrier refuses the number: failed, and nothing rings', async () => {
  network.fate = () => 'refused';
  await order(somebody().id);
  await dial();
  assert.deepEqual(await outcomes(), ['failed refused']);
  assert.equal((await logged()).outcome, 'failed');
});

test('one call a second from a number, and no more at once than it may have', async () => {
  for (let count = 0; count < 8; count += 1) await order(somebody().id);
  await dial();
  assert.equal(network.placed.length, 1);
  for (let second = 0; second < 20; second += 1) {
    clock.advance({ seconds: 1 });
    await Promise.all([dialDue(deps), dialDue(deps)]);
  }
  assert.equal(network.placed.length, 5, 'room for five');
  for (const placed of network.placed) await ends(placed, 'no-answer');
  for (let second = 0; second < 20; second += 1) await dial();
  assert.equal(network.placed.length, 8);
});

test('in the night it waits for the morning, and not longer than it is of use', async () => {
  const evening = Temporal.ZonedDateTime.from('2026-12-02T21:30[America/Chicago]').toInstant();
  clock.advance(clock.now().until(evening));
  await order(somebody().id, { expiresAt: evening.add({ hours: 12 }) });
  await order(somebody().id, { expiresAt: evening.add({ hours: 2 }) });
  await dial();
  const wakes = await dial();
  assert.equal(network.placed.length, 0);
  assert.deepEqual(await outcomes(), ['withheld quiet-hours']);
  assert.equal(wakes?.toZonedDateTimeISO('America/Chicago').hour, 8);
  clock.advance(clock.now().until(wakes));
  await dial();
  assert.equal(network.placed.length, 1);
});

test('what is taken back is not dialled; ordered twice it is one call', async () => {
  const patient = somebody();
  const key = await order(patient.id);
  await order(patient.id, { key });
  await inside((trx) => withdrawCalls(trx, [trial.instanceId]));
  await dial();
  assert.equal(network.placed.length, 0);
  await order(somebody().id, { instanceId: randomUUIDv7() });
  await inside((trx) => withdrawCalls(trx, [trial.instanceId]));
  await dial();
  assert.equal(network.placed.length, 1);
});

test('while its workflow is paused nobody is called, and afterwards they are', async () => {
  const instanceId = randomUUIDv7();
  const set = (status: 'paused' | 'running') =>
    inside((trx) =>
      sql`UPDATE workflow_instances SET status = ${status} WHERE id = ${instanceId}`.execute(trx),
    );
  await inside(async (trx) => {
    const workflowId = randomUUIDv7();
    await sql`INSERT INTO workflows (clinic_id, id, name, created_at, updated_at)
      VALUES (${trx.clinicId}, ${workflowId}, ${workflowId}, ${clock.now()}, ${clock.now()})`.execute(trx);
    await sql`INSERT INTO workflow_versions (clinic_id, workflow_id, version, definition, texts, published_at)
      VALUES (${trx.clinicId}, ${workflowId}, 1, '{}', '{}', ${clock.now()})`.execute(trx);
    await sql`INSERT INTO workflow_instances (clinic_id, id, workflow_id, version, entry_key, status, state, started_at)
      VALUES (${trx.clinicId}, ${instanceId}, ${workflowId}, 1, 'key', 'paused', '{}', ${clock.now()})`.execute(
      trx,
    );
  });
  await order(somebody().id, { instanceId });
  await dial();
  assert.equal(network.placed.length, 0);
  await set('running');
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced());
});

test('unsigned questions and another clinic’s call get nothing', async () => {
  const placed = await call();
  const unsigned = await trial.app.inject({
    method: 'POST',
    url: placed.answerUrl.replace('https://desk.example', ''),
  });
  assert.equal(unsigned.statusCode, 403);
  const elsewhere = placed.answerUrl.replace(english.id, german.id);
  assert.match(await ask(placed, elsewhere, { AnsweredBy: 'human' }), /not in service/);
  assert.deepEqual(await outcomes(), []);
});
