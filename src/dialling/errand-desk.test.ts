import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { actionOf } from '../../test/fixtures/caller.ts';
import { startDiallingTrial, type Placed } from '../../test/fixtures/dialling.ts';
import { scheduleAppointment } from '../appointments/schedule-appointment.ts';
import { setAppointmentStatus } from '../appointments/set-appointment-status.ts';

const trial = await startDiallingTrial();
const { clock, network, english, german, order, ask, answered, ends, outcomes, inside } = trial;
const { somebody, dial, lastPlaced, call, logged, peopleOf } = trial;
beforeEach(trial.reset);

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
