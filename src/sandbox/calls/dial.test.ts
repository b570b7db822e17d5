import assert from 'node:assert/strict';
import test from 'node:test';
import { scenario, type Answer } from './testing/scenario.ts';
import type { TestPhone } from './testing/test-phone.ts';

const PATIENT = '+13125550101';
const STAFF_PHONE = '+13125550201';

async function calling(voice: string, more: Record<string, Answer> = {}) {
  const s = scenario({ '/voice': voice, '/done': '<Say>After.</Say>', ...more });
  const patient = s.phone(PATIENT);
  const anna = s.phone('client:anna');
  const ben = s.phone('client:ben');
  const staffPhone = s.phone(STAFF_PHONE);
  await s.call(patient);
  await s.seconds(1);
  return { ...s, patient, anna, ben, staffPhone };
}

const BOTH = '<Dial action="/done"><Client>anna</Client><Client>ben</Client></Dial>';
const SCREENED = `<Dial action="/done"><Number url="/whisper">${STAFF_PHONE}</Number></Dial>`;
const WHISPER = {
  '/whisper':
    '<Gather action="/accepted" numDigits="1" timeout="5"><Say>Press 1 to accept.</Say></Gather><Hangup/>',
  '/accepted': (form: Record<string, string>) => (form['Digits'] === '1' ? '' : '<Hangup/>'),
};
const isRinging = (phone: TestPhone) => phone.log.at(-1) === 'ringing';

test('all ring together; the first to answer has the call, the others stop', async () => {
  const { patient, anna, ben, seconds, store, last } = await calling(BOTH);
  assert.ok(isRinging(anna) && isRinging(ben));
  ben.answer();
  await seconds(30);
  assert.deepEqual(anna.log, ['ringing', 'stopped-ringing: canceled', 'ended: canceled']);
  assert.equal(patient.log.at(-1), 'bridged: client:ben');
  patient.hangUp();
  await seconds(1);
  assert.equal(last('/done')?.['DialCallStatus'], 'completed');
  assert.equal(last('/done')?.['DialCallDuration'], '30');
  assert.equal(last('/done')?.['CallStatus'], 'completed');
  assert.equal(ben.log.at(-1), 'ended: completed');
  const statuses = store.calls.list({}).map(({ to, status }) => `${to} ${status}`);
  assert.deepEqual(statuses.toSorted(), [
    '+13125550100 completed',
    'client:anna canceled',
    'client:ben completed',
  ]);
});

test('two who answer in the same instant: one talks, the other is let go', async () => {
  const { patient, anna, ben, seconds } = await calling(BOTH);
  anna.answer();
  ben.answer();
  await seconds(1);
  const talking = [anna, ben].filter(({ log }) => log.at(-1) === `bridged: ${PATIENT}`);
  const letGo = [anna, ben].filter(({ log }) => log.at(-1) === 'ended: completed');
  assert.equal(talking.length, 1);
  assert.equal(letGo.length, 1);
  assert.equal(patient.log.filter((line) => line.startsWith('bridged')).length, 1);
});

test('nobody answers: the action gets no-answer after the timeout, and numbers have five seconds more', async () => {
  const client = await calling('<Dial timeout="10" action="/done"><Client>anna</Client></Dial>');
  await client.seconds(9);
  assert.equal(client.last('/done'), undefined);
  await client.seconds(1);
  assert.equal(client.last('/done')?.['DialCallStatus'], 'no-answer');
  assert.equal(client.last('/done')?.['DialBridged'], 'false');
  const number = await calling(`<Dial timeout="10" action="/done">${STAFF_PHONE}</Dial>`);
  await number.seconds(14);
  assert.equal(number.last('/done'), undefined);
  await number.seconds(1);
  assert.equal(number.last('/done')?.['DialCallStatus'], 'no-answer');
});

test('all decline: busy at once; nobody there: failed', async () => {
  const { anna, ben, seconds, last } = await calling(BOTH);
  anna.decline();
  await seconds(1);
  assert.equal(last('/done'), undefined);
  ben.decline();
  await seconds(1);
  assert.equal(last('/done')?.['DialCallStatus'], 'busy');
  const nobody = await calling('<Dial action="/done"><Client>carla</Client></Dial>');
  assert.equal(nobody.last('/done')?.['DialCallStatus'], 'failed');
});

test('without an action the call goes on with the next verb', async () => {
  const { patient, anna, seconds } = await calling('<Dial><Client>anna</Client></Dial><Say>Sorry.</Say>');
  anna.decline();
  await seconds(1);
  assert.ok(patient.log.includes('say: Sorry.'));
});

test('with an action nothing after the Dial runs', async () => {
  const { patient, anna, seconds } = await calling(
    '<Dial action="/done"><Client>anna</Client></Dial><Say>Sorry.</Say>',
  );
  anna.decline();
  await seconds(1);
  assert.ok(patient.log.includes('say: After.'));
  await seconds(10);
  assert.ok(!patient.log.includes('say: Sorry.'));
});

test('sequential rings one after the other', async () => {
  const { anna, ben, seconds, patient } = await calling(
    '<Dial sequential="true" timeout="10"><Client>anna</Client><Client>ben</Client></Dial>',
  );
  assert.ok(isRinging(anna));
  assert.deepEqual(ben.log, []);
  await seconds(11);
  assert.equal(anna.log.at(-1), 'ended: no-answer');
  assert.ok(isRinging(ben));
  ben.answer();
  await seconds(1);
  assert.equal(patient.log.at(-1), 'bridged: client:ben');
});

test('answerOnBridge leaves the caller unanswered until somebody talks with them', async () => {
  const { patient, anna, seconds, told } = await calling(
    '<Dial answerOnBridge="true"><Client>anna</Client></Dial>',
  );
  assert.deepEqual(patient.log, ['ringing']);
  anna.answer();
  await seconds(1);
  assert.deepEqual(patient.log, ['ringing', 'connected', 'bridged: client:anna']);
  anna.hangUp();
  await seconds(1);
  assert.equal(told.at(-1)?.parameters['CallStatus'], 'completed');
});

test('a caller who gives up while it rings: the callee stops ringing, the action hears of it', async () => {
  const { patient, anna, seconds, last } = await calling(
    '<Dial answerOnBridge="true" action="/done"><Client statusCallback="/leg">anna</Client></Dial>',
  );
  patient.hangUp();
  await seconds(1);
  assert.deepEqual(anna.log, ['ringing', 'stopped-ringing: canceled', 'ended: canceled']);
  assert.equal(last('/done')?.['DialCallStatus'], 'canceled');
  assert.equal(last('/leg')?.['CallStatus'], 'canceled');
  assert.equal(last('/status')?.['CallStatus'], 'no-answer');
});

test('a whisper that is accepted connects; the caller hears nothing of it', async () => {
  const { patient, staffPhone, seconds, last } = await calling(SCREENED, WHISPER);
  staffPhone.answer();
  await seconds(2);
  assert.ok(staffPhone.log.includes('say: Press 1 to accept.'));
  assert.ok(!patient.log.some((line) => line.startsWith('say')));
  staffPhone.press('1');
  await seconds(1);
  assert.equal(patient.log.at(-1), `bridged: ${STAFF_PHONE}`);
  assert.equal(last('/whisper')?.['Direction'], 'outbound-dial');
  assert.equal(last('/whisper')?.['ParentCallSid'], patient.leg?.sid);
});

for (const [how, act] of [
  ['presses another key', (phone: TestPhone) => phone.press('2')],
  ['says nothing, as a mailbox does', () => undefined],
  ['hangs up', (phone: TestPhone) => phone.hangUp()],
] as const) {
  test(`a callee who ${how} during the whisper is not connected`, async () => {
    const { patient, staffPhone, seconds, last } = await calling(SCREENED, WHISPER);
    staffPhone.answer();
    await seconds(3);
    act(staffPhone);
    await seconds(10);
    assert.equal(staffPhone.log.at(-1), 'ended: completed');
    assert.equal(last('/done')?.['DialBridged'], 'false');
    assert.equal(last('/done')?.['DialCallStatus'], 'completed');
    assert.ok(!patient.log.some((line) => line.startsWith('bridged')));
  });
}

test('while one listens to the whisper the others ring on; the first to accept has the call', async () => {
  const { anna, staffPhone, seconds, patient } = await calling(
    `<Dial><Number url="/whisper">${STAFF_PHONE}</Number><Client>anna</Client></Dial>`,
    WHISPER,
  );
  staffPhone.answer();
  await seconds(2);
  assert.ok(isRinging(anna));
  anna.answer();
  await seconds(1);
  assert.equal(patient.log.at(-1), 'bridged: client:anna');
  assert.equal(staffPhone.log.at(-1), 'ended: completed');
});

test('star ends the conversation and keeps the caller where that was asked for', async () => {
  const { patient, anna, seconds, last } = await calling(
    '<Dial hangupOnStar="true" action="/done"><Client>anna</Client></Dial>',
  );
  anna.answer();
  await seconds(1);
  patient.press('12');
  await seconds(1);
  assert.equal(anna.log.at(-1), 'play: keys 12');
  assert.equal(last('/done'), undefined);
  patient.press('*');
  await seconds(1);
  assert.equal(last('/done')?.['DialCallStatus'], 'completed');
  assert.equal(anna.log.at(-1), 'ended: completed');
  assert.ok(patient.log.includes('say: After.'));
});

test('timeLimit ends the conversation', async () => {
  const { anna, seconds, last } = await calling(
    '<Dial timeLimit="60" action="/done"><Client>anna</Client></Dial>',
  );
  anna.answer();
  await seconds(59);
  assert.equal(last('/done'), undefined);
  await seconds(1);
  assert.equal(last('/done')?.['DialCallStatus'], 'completed');
});

test('callerId is what the callee sees; without it, the caller', async () => {
  const own = await calling('<Dial callerId="+13125550100"><Client>anna</Client></Dial>');
  assert.equal(own.anna.leg?.from, '+13125550100');
  const passed = await calling('<Dial><Client>anna</Client></Dial>');
  assert.equal(passed.anna.leg?.from, PATIENT);
});

test('a recorded conversation is kept, with what was said, and announced', async () => {
  const { patient, anna, seconds, last, store } = await calling(
    '<Dial record="record-from-answer" recordingStatusCallback="/rec" action="/done"><Client>anna</Client></Dial>',
  );
  anna.answer();
  await seconds(1);
  anna.say('Good morning.');
  await seconds(10);
  anna.hangUp();
  await seconds(1);
  await new Promise(setImmediate);
  while (!last('/done')) await new Promise(setImmediate);
  assert.match(last('/done')?.['RecordingUrl'] ?? '', /\/Recordings\/RE[0-9a-f]{32}$/);
  assert.equal(last('/rec')?.['RecordingDuration'], '11');
  const [recording] = store.recordings.list({ callSid: patient.leg?.sid ?? null });
  assert.equal(recording?.transcriptionText, 'Good morning.');
});
