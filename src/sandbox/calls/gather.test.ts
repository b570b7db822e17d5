import assert from 'node:assert/strict';
import test from 'node:test';
import { scenario, type Answer } from './testing/scenario.ts';

const PATIENT = '+13125550101';

async function calling(voice: string, more: Record<string, Answer> = {}) {
  const s = scenario({ '/voice': voice, '/got': '<Hangup/>', ...more });
  const patient = s.phone(PATIENT);
  await s.call(patient);
  return { ...s, patient };
}

test('the fourth of four digits ends the input at once', async () => {
  const { patient, seconds, last } = await calling('<Gather numDigits="4" action="/got"/>');
  patient.press('123');
  await seconds(4);
  assert.equal(last('/got'), undefined);
  patient.press('4');
  await seconds(0);
  assert.equal(last('/got')?.['Digits'], '1234');
});

test('the finish key ends the input and is not part of it', async () => {
  const { patient, seconds, last } = await calling('<Gather action="/got"/>');
  patient.press('12#');
  await seconds(0);
  assert.equal(last('/got')?.['Digits'], '12');
  assert.equal(last('/got')?.['FinishedOnKey'], '#');
});

test('without a finish key the pound sign is a digit', async () => {
  const { patient, seconds, last } = await calling('<Gather finishOnKey="" action="/got"/>');
  patient.press('12#');
  await seconds(5);
  assert.equal(last('/got')?.['Digits'], '12#');
});

test('the time runs anew from each key', async () => {
  const { patient, seconds, last } = await calling('<Gather timeout="5" action="/got"/>');
  await seconds(4);
  patient.press('1');
  await seconds(4);
  patient.press('2');
  await seconds(4);
  assert.equal(last('/got'), undefined);
  await seconds(1.5);
  assert.equal(last('/got')?.['Digits'], '12');
});

test('the time begins after the prompts, and silence goes on to the next verb', async () => {
  const { patient, seconds, last } = await calling(
    '<Gather timeout="3" action="/got"><Say>12345678901234</Say><Pause length="2"/></Gather><Say>Nothing.</Say>',
  );
  await seconds(5.9);
  assert.ok(!patient.log.includes('say: Nothing.'));
  await seconds(0.5);
  assert.ok(patient.log.includes('say: Nothing.'));
  assert.equal(last('/got'), undefined);
});

test('actionOnEmptyResult asks the action even after silence', async () => {
  const { seconds, last } = await calling('<Gather actionOnEmptyResult="true" action="/got"/>');
  await seconds(6);
  assert.equal(last('/got')?.['Digits'], '');
});

test('a key silences the prompts', async () => {
  const { patient, seconds, last } = await calling(
    '<Gather numDigits="1" action="/got"><Say>A very long welcome that nobody wants to hear to its end.</Say><Say>Second.</Say></Gather>',
  );
  await seconds(1);
  patient.press('2');
  await seconds(0);
  assert.equal(last('/got')?.['Digits'], '2');
  assert.ok(!patient.log.includes('say: Second.'));
});

test('keys outside a Gather are lost', async () => {
  const { patient, seconds, last } = await calling(
    '<Say>Wait for the menu.</Say><Gather numDigits="1" action="/got"/>',
  );
  assert.equal(patient.press('1'), false);
  await seconds(5);
  assert.equal(last('/got'), undefined);
});

test('without an action the same document is asked again', async () => {
  const { patient, seconds, asked } = await calling('<Gather numDigits="1"/>');
  patient.press('7');
  await seconds(0);
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/voice', '/voice'],
  );
  assert.equal(asked[1]?.parameters['Digits'], '7');
});

test('speech is given with its confidence, after the pause that ends it', async () => {
  const { patient, seconds, last } = await calling(
    '<Gather input="speech" speechTimeout="2" action="/got"/>',
  );
  patient.say('I need');
  await seconds(1);
  patient.say('an appointment');
  await seconds(1.9);
  assert.equal(last('/got'), undefined);
  await seconds(0.2);
  assert.equal(last('/got')?.['SpeechResult'], 'I need an appointment');
  assert.equal(last('/got')?.['Confidence'], '0.9');
  assert.equal(last('/got')?.['Digits'], undefined);
});

test('where both are allowed, a key outweighs words', async () => {
  const { patient, seconds, last } = await calling(
    '<Gather input="dtmf speech" numDigits="1" action="/got"/>',
  );
  patient.say('billing');
  patient.press('3');
  await seconds(1);
  assert.equal(last('/got')?.['Digits'], '3');
  assert.equal(last('/got')?.['SpeechResult'], undefined);
});

test('words do not count where only keys are asked for', async () => {
  const { patient, seconds, last } = await calling('<Gather action="/got"/>');
  patient.say('billing');
  await seconds(6);
  assert.equal(last('/got'), undefined);
});

test('partial results are reported as they come', async () => {
  const { patient, seconds, told } = await calling(
    '<Gather input="speech" partialResultCallback="/partial" action="/got"/>',
  );
  patient.say('hello');
  await seconds(1);
  assert.equal(told.find(({ path }) => path === '/partial')?.parameters['UnstableSpeechResult'], 'hello');
});

test('a hang-up in the middle asks nothing more', async () => {
  const { patient, seconds, asked, told, store } = await calling('<Gather action="/got"/>');
  patient.press('1');
  patient.hangUp();
  await seconds(60);
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/voice'],
  );
  assert.deepEqual(
    told.map(({ path }) => path),
    ['/status'],
  );
  assert.equal(store.calls.list({})[0]?.status, 'completed');
});
