import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startProcesses } from '../fixtures/installation-processes.ts';

/* Whatever dies in the middle of a call, the caller hears words, reaches voicemail or a person; never silence. */

const world = await startProcesses();
const { english, database } = world;
let { web } = world;
const olivia = await english.staff('Olivia Martin');
const patient = english.telephone('Robert Hughes');
await english.telephone('Daniel Brooks').behave({ onCall: 'busy' });

afterEach(() => patient.hangUp());

const transcribed = (words: string) =>
  eventually(
    `the voicemail "${words}"`,
    async () => (await olivia.api.voicemails()).items.find(({ transcript }) => transcript === words),
    120_000,
  );

const assertNoSilence = async (callSid: string): Promise<void> => {
  const { entries } = await english.inspect(callSid);
  assert.deepEqual(
    entries.filter(({ kind }) => kind === 'error').map(({ title }) => title),
    [],
  );
  assert.ok(entries.some(({ kind, title }) => kind === 'verb' && title === 'Say'));
};

test('one of two web processes is killed while the caller hears the menu: the other takes the next key', async () => {
  const second = await world.startWeb();
  await olivia.open();
  const callSid = await patient.dial(english.phoneNumber);
  await patient.hears('Thank you for calling Lakeside Dental.');
  await web.kill();
  await patient.press('1');
  await olivia.takeCall();
  await patient.waitFor('bridged');
  await olivia.say('Hello.');
  await patient.hears('Hello.');
  await patient.hangUp();
  await eventually('the call in the log', async () => {
    const [call] = await olivia.api.log();
    return call?.outcome === 'answered';
  });
  await assertNoSilence(callSid);
  await olivia.close();
  web = second;
});

test('the only web process is killed in mid-menu and started again: the caller goes on', async () => {
  await patient.events.skip();
  const callSid = await patient.dial(english.phoneNumber);
  await patient.hears('Thank you for calling Lakeside Dental.');
  await web.kill();
  web = await world.startWeb();
  await patient.press('1');
  await patient.hears('You have reached billing at Lakeside Dental.');
  await patient.record('The line was fine.', 4);
  await transcribed('The line was fine.');
  await assertNoSilence(callSid);
});

test('the worker is killed and jobs wait: they are done when one is back', async () => {
  await world.worker.kill();
  await patient.events.skip();
  await patient.dial(english.phoneNumber);
  await patient.press('1');
  await patient.hears('You have reached billing at Lakeside Dental.');
  await patient.record('Nobody works tonight.', 4);
  await patient.waitFor('ended');
  const waiting = await eventually('the voicemail', async () =>
    (await olivia.api.voicemails()).items.find(({ audio }) => audio === 'pending'),
  );
  await world.startWorker();
  const done = await transcribed('Nobody works tonight.');
  assert.equal(done.id, waiting.id);
  assert.equal((await olivia.api.audio(done.id)).subarray(0, 4).toString('latin1'), 'RIFF');
});

test('the database goes away in mid-call: the caller is asked for a message, which is kept', async () => {
  await patient.events.skip();
  const callSid = await patient.dial(english.phoneNumber);
  await patient.hears('Thank you for calling Lakeside Dental.');
  await database.goAway();
  await patient.press('1');
  await patient.hears('We cannot connect you right now. Please leave a message after the tone.');
  await database.comeBack();
  await patient.record('Is your computer broken?', 4);
  await transcribed('Is your computer broken?');
  await assertNoSilence(callSid);
});

test('the database is away when somebody calls: a message all the same', async () => {
  await patient.events.skip();
  await database.goAway();
  const callSid = await patient.dial(english.phoneNumber);
  await patient.hears('We cannot connect you right now.');
  await database.comeBack();
  await patient.record('I shall try again.', 4);
  await transcribed('I shall try again.');
  await assertNoSilence(callSid);
});
