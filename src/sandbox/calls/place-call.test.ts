import assert from 'node:assert/strict';
import test from 'node:test';
import type { PlaceCall } from './place-call.ts';
import { atUrl } from './source.ts';
import { scenario, type Answer } from './testing/scenario.ts';

const PATIENT = '+13125550101';
const CLINIC = '+13125550100';
const EVENTS = ['initiated', 'ringing', 'answered', 'completed'] as const;

function setUp(answers: Record<string, Answer> = {}) {
  const s = scenario({ '/voice': '<Say>Your appointment is tomorrow.</Say>', ...answers });
  const patient = s.phone(PATIENT);
  const place = (more: Partial<PlaceCall> = {}) =>
    s.engine.place({
      to: PATIENT,
      from: CLINIC,
      source: atUrl({ url: 'https://clinic.example/voice', method: 'POST' }),
      status: { url: 'https://clinic.example/events', method: 'POST', events: EVENTS },
      timeoutSeconds: 60,
      ...more,
    });
  const progress = () =>
    s.told
      .filter(({ path }) => path === '/events')
      .map(({ parameters: p }) => `${p['SequenceNumber']} ${p['CallStatus']}`);
  return { ...s, patient, place, progress };
}

test('a call that is answered runs its document and ends', async () => {
  const { place, patient, seconds, progress, store, last } = setUp();
  const { sid } = place();
  assert.equal(store.calls.get(sid)?.status, 'queued');
  await seconds(3);
  patient.answer();
  await seconds(10);
  assert.deepEqual(progress(), ['0 initiated', '1 ringing', '2 in-progress', '3 completed']);
  assert.equal(last('/voice')?.['Direction'], 'outbound-api');
  assert.equal(last('/voice')?.['CallStatus'], 'in-progress');
  assert.equal(last('/events')?.['CallDuration'], '2');
  assert.deepEqual(patient.log, [
    'ringing',
    'connected',
    'say: Your appointment is tomorrow.',
    'ended: completed',
  ]);
});

test('nobody answers: no-answer after the timeout and five seconds', async () => {
  const { place, seconds, progress, patient } = setUp();
  place({ timeoutSeconds: 20 });
  await seconds(25);
  assert.deepEqual(progress().slice(-1), ['1 ringing']);
  await seconds(1);
  assert.deepEqual(progress().slice(-1), ['2 no-answer']);
  assert.deepEqual(patient.log, ['ringing', 'stopped-ringing: no-answer', 'ended: no-answer']);
});

test('busy and failed end the call with their codes', async () => {
  const declined = setUp();
  declined.place();
  await declined.seconds(1);
  declined.patient.decline();
  await declined.seconds(1);
  assert.equal(declined.last('/events')?.['CallStatus'], 'busy');
  assert.equal(declined.last('/events')?.['SipResponseCode'], '486');
  const nowhere = setUp();
  nowhere.place({ to: '+19995550000' });
  await nowhere.seconds(1);
  assert.equal(nowhere.last('/events')?.['CallStatus'], 'failed');
});

test('a call can be taken back until it is answered', async () => {
  const { engine, place, patient, seconds, progress } = setUp();
  const ringing = place();
  await seconds(1);
  assert.equal(engine.cancel(ringing.sid), 'ok');
  assert.deepEqual(progress(), ['0 initiated', '1 ringing', '2 canceled']);
  assert.equal(patient.log.at(-1), 'ended: canceled');
  const answered = place();
  await seconds(1);
  patient.answer();
  assert.equal(engine.cancel(answered.sid), 'not-in-progress');
});

test('calls wait their turn at so many a second, in order', async () => {
  const { engine, place, seconds, store, badDay } = setUp();
  badDay.replace({ callsPerSecond: 1 });
  const sids = [1, 2, 3].map(() => place({ to: '+19995550000' }).sid);
  const statuses = () => sids.map((sid) => store.calls.get(sid)?.status);
  await seconds(0.5);
  assert.deepEqual(statuses(), ['failed', 'queued', 'queued']);
  await seconds(1);
  assert.deepEqual(statuses(), ['failed', 'failed', 'queued']);
  assert.equal(engine.cancel(sids[2] ?? ''), 'ok');
  await seconds(2);
  assert.deepEqual(statuses(), ['failed', 'failed', 'canceled']);
  assert.equal(store.calls.get(sids[1] ?? '')?.queueTimeMs, 1000);
});

for (const [mode, answers, verdict] of [
  ['Enable', 'answer', 'human'],
  ['Enable', 'answerAsMachine', 'machine_start'],
  ['DetectMessageEnd', 'answerAsMachine', 'machine_end_beep'],
] as const) {
  test(`MachineDetection=${mode} hears ${verdict} before it asks what to do`, async () => {
    const { place, patient, seconds, last, store } = setUp();
    const { sid } = place({ machineDetection: mode });
    await seconds(1);
    patient[answers]();
    await seconds(1);
    assert.equal(last('/voice'), undefined);
    await seconds(9);
    assert.equal(last('/voice')?.['AnsweredBy'], verdict);
    assert.equal(store.calls.get(sid)?.answeredBy, verdict);
  });
}

test('a call can be given another document while a machine is being told from a person', async () => {
  const { engine, place, patient, seconds, asked } = setUp({ '/other': '<Say>Other.</Say>' });
  const { sid } = place({ machineDetection: 'Enable' });
  await seconds(1);
  patient.answer();
  await seconds(1);
  assert.equal(engine.redirect(sid, atUrl({ url: 'https://clinic.example/other', method: 'POST' })), 'ok');
  await seconds(5);
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/other'],
  );
  assert.deepEqual(patient.log, ['ringing', 'connected', 'say: Other.', 'ended: completed']);
});

test('asynchronous detection lets the call go on and reports later', async () => {
  const { place, patient, seconds, last } = setUp({ '/voice': '<Pause length="30"/>' });
  place({ machineDetection: 'Enable', asyncAmd: { url: 'https://clinic.example/amd', method: 'POST' } });
  await seconds(1);
  patient.answer();
  await seconds(0);
  assert.equal(last('/voice')?.['AnsweredBy'], undefined);
  await seconds(4);
  assert.equal(last('/amd')?.['AnsweredBy'], 'human');
});

test('SendDigits are pressed before the document begins', async () => {
  const { place, patient, seconds } = setUp();
  place({ sendDigits: 'ww12' });
  await seconds(1);
  patient.answer();
  await seconds(10);
  assert.deepEqual(patient.log.slice(2, 4), ['play: keys 12', 'say: Your appointment is tomorrow.']);
});

test('Record keeps the whole call', async () => {
  const { place, patient, seconds, store, last } = setUp();
  const { sid } = place({
    record: {
      channels: 1,
      status: { url: 'https://clinic.example/rec', method: 'POST', events: ['completed'] },
    },
  });
  await seconds(1);
  patient.answer();
  await seconds(10);
  while (!last('/rec')) await new Promise(setImmediate);
  const [kept] = store.recordings.list({ callSid: sid });
  assert.equal(kept?.transcriptionText, 'Your appointment is tomorrow.');
  assert.equal(kept?.source, 'OutboundAPI');
});

test('a client can be called, with parameters', async () => {
  const { place, phone, seconds } = setUp();
  const anna = phone('client:anna');
  place({ to: 'client:anna?reason=test' });
  await seconds(1);
  assert.deepEqual(anna.log, ['ringing']);
});
