import assert from 'node:assert/strict';
import test from 'node:test';
import { speechWav, wavSeconds } from './speech-wav.ts';
import { scenario } from './testing/scenario.ts';

const RECORD =
  'action="/done" recordingStatusCallback="/rec" recordingStatusCallbackEvent="in-progress completed absent"';

async function recording(attributes = RECORD) {
  const s = scenario({ '/voice': `<Record ${attributes}/><Say>Next.</Say>`, '/done': '<Hangup/>' });
  const patient = s.phone('+13125550101');
  await s.call(patient);
  await s.seconds(1);
  /** Advances until the condition holds: making the WAV takes real time. */
  const until = async (condition: () => boolean) => {
    for (let turn = 0; turn < 20_000 && !condition(); turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
      await s.seconds(0);
    }
    assert.ok(condition());
  };
  return { ...s, patient, until };
}

test('the caller hears a beep; words given end the message and become its transcription', async () => {
  const { patient, until, last, store, told } = await recording();
  assert.deepEqual(patient.log, ['ringing', 'connected', 'beep: beep', 'collecting: recording']);
  patient.record('Please call me back.', { seconds: 12 });
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['RecordingDuration'], '12');
  assert.match(
    last('/done')?.['RecordingUrl'] ?? '',
    /^https:\/\/carrier\.example\/2010-04-01\/Accounts\/AC.+\/Recordings\/RE/,
  );
  assert.deepEqual(
    told.filter(({ path }) => path === '/rec').map(({ parameters }) => parameters['RecordingStatus']),
    ['in-progress', 'completed'],
  );
  const [kept] = store.recordings.list({});
  assert.equal(kept?.transcriptionText, 'Please call me back.');
  const wav = store.recordings.audio(kept?.sid ?? '');
  assert.ok(wav);
  assert.equal(wavSeconds(wav), 12);
});

test('the carrier transcribes what it is asked to', async () => {
  const { patient, until, last } = await recording(`${RECORD} transcribeCallback="/words"`);
  patient.record('Please call me back.', { seconds: 12 });
  await until(() => last('/words') !== undefined);
  assert.equal(last('/words')?.['TranscriptionText'], 'Please call me back.');
  assert.equal(last('/words')?.['TranscriptionStatus'], 'completed');
});

test('silence ends it; what was said before counts without the silence after it', async () => {
  const { patient, seconds, until, last } = await recording(`${RECORD} timeout="5"`);
  await seconds(2);
  patient.say('Twenty-eight letters of talk');
  await seconds(6.8);
  assert.equal(last('/done'), undefined);
  await seconds(0.3);
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['RecordingDuration'], '5');
  assert.equal(last('/done')?.['Digits'], '');
});

test('a silent message is kept', async () => {
  const { seconds, until, last, store } = await recording(`${RECORD} timeout="4"`);
  await seconds(5);
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['RecordingDuration'], '4');
  assert.equal(store.recordings.list({})[0]?.transcriptionText, null);
});

test('any key ends it, unless other keys were named', async () => {
  const any = await recording();
  await any.seconds(2);
  any.patient.press('7');
  await any.until(() => any.last('/done') !== undefined);
  assert.equal(any.last('/done')?.['Digits'], '7');
  const pound = await recording(`${RECORD} finishOnKey="#"`);
  await pound.seconds(2);
  pound.patient.press('7');
  await pound.seconds(1);
  assert.equal(pound.last('/done'), undefined);
  pound.patient.press('#');
  await pound.until(() => pound.last('/done')?.['Digits'] === '#');
});

test('the longest length ends it', async () => {
  const { patient, seconds, until, last } = await recording(`${RECORD} maxLength="10"`);
  for (let said = 0; said < 4; said += 1) {
    patient.say('Forty-two letters are three seconds long.');
    await seconds(3);
  }
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['RecordingDuration'], '10');
});

test('a hang-up keeps the message and tells the action, whose answer no longer matters', async () => {
  const { patient, seconds, until, last, asked } = await recording();
  patient.say('Goodbye then, and thank you.');
  await seconds(2);
  patient.hangUp();
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['Digits'], 'hangup');
  assert.equal(last('/done')?.['CallStatus'], 'completed');
  assert.ok(!asked.some(({ path }) => path === '/done'));
});

test('a script may give the words and hang up in one go', async () => {
  const { patient, until, last } = await recording();
  patient.record('Bye.', { hangUp: true });
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['Digits'], 'hangup');
  assert.equal(patient.log.at(-1), 'ended: completed');
});

test('a hang-up at the beep leaves nothing: absent, and no action', async () => {
  const { patient, seconds, last, store } = await recording();
  patient.hangUp();
  await seconds(10);
  assert.equal(last('/done'), undefined);
  assert.equal(last('/rec')?.['RecordingStatus'], 'absent');
  assert.deepEqual(store.recordings.list({}), []);
});

test('with a microphone silence does not end it, and the uploaded audio is kept', async () => {
  const { patient, seconds, until, last, store } = await recording(`${RECORD} timeout="3"`);
  patient.microphone = true;
  patient.say('.');
  await seconds(20);
  assert.equal(last('/done'), undefined);
  patient.press('#');
  const wav = await speechWav('', 7);
  patient.upload(wav);
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['RecordingDuration'], '7');
  const [kept] = store.recordings.list({});
  assert.deepEqual(store.recordings.audio(kept?.sid ?? ''), wav);
});
