import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import type { Telephone } from '../fixtures/installation-telephones.ts';
import { startInstallation } from '../fixtures/installation.ts';

/*
 * A bad day at the carrier: callbacks are lost, doubled and overtake each other, the REST API fails every third time
 * and does some things although it says that it failed, webhooks are slow.
 */

/** The same bad luck in every run, as far as the order of events allows. */
const luck = (): (() => number) => {
  let seed = 20_261_121;
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
};

const world = await startInstallation({ random: luck() });
await world.configure({ ringSeconds: 10 });
const { english } = world;
const olivia = await english.staff('Olivia Martin');
const sofia = await english.staff('Sofia Ramirez');
const menuKeys = ['1', '3', '2'];

const callAndSpeak = async (telephone: Telephone, key: string): Promise<string> => {
  const callSid = await telephone.dial(english.phoneNumber);
  await telephone.press(key);
  const next = await telephone.waitFor(
    ({ type, text = '' }) => type === 'ended' || (type === 'heard' && text.includes('after the tone')),
    180_000,
  );
  if (next.type === 'heard') {
    await telephone.record('What a day.', 3);
    await telephone.waitFor('ended');
  }
  return callSid;
};

/** What really happened, as the carrier knows it and whatever it told us. */
const truthOf = async (callSid: string): Promise<'answered' | 'voicemail'> => {
  const { entries, children } = await english.inspect(callSid);
  assert.ok(
    entries.some(({ kind, title }) => kind === 'verb' && title === 'Say'),
    'the caller heard words',
  );
  const talked = children.some(({ status, answeredAt }) => status === 'completed' && answeredAt !== null);
  return talked ? 'answered' : 'voicemail';
};

test('whatever is lost, doubled, late or refused: callers end somewhere, and the log comes right', async () => {
  await olivia.open();
  await sofia.open();
  for (const desk of [olivia, sofia])
    await desk.behave({ onCall: 'answer', answerAfterSeconds: 1, hangUpAfterSeconds: 4 });
  await english.badDay({
    rest: { delayMs: 200, errorShare: 0.3, lostAnswerShare: 0.1 },
    callbacks: { lostShare: 0.25, duplicatedShare: 0.25, reorderedShare: 0.25 },
    webhooks: { delayMs: 300 },
  });
  const callers = Array.from({ length: 24 }, (_, index) => english.stranger(`+1312557${1000 + index}`));
  const sids = await Promise.all(callers.map((caller, index) => callAndSpeak(caller, menuKeys[index % 3]!)));
  await english.badDay({});
  const truth = await Promise.all(sids.map(truthOf));

  // What was lost stays lost until somebody asks the carrier, which happens for calls that have long been silent.
  await world.skip({ minutes: 5 });
  await world.runScheduled('calls.reconcile');
  await world.runScheduled('voicemail.reconcile');
  const numbers = callers.map(({ number }) => number);
  await eventually(
    'the log to agree with the carrier',
    async () => {
      const log = await olivia.api.log();
      const told = numbers.map((number) => log.find(({ from }) => from === number)?.outcome);
      assert.deepEqual(told, truth);
      return true;
    },
    120_000,
  );
  assert.ok(truth.includes('answered') && truth.includes('voicemail'));
  await eventually('nobody to be busy', async () => {
    const { staff, calls } = await olivia.api.now();
    assert.deepEqual(calls, []);
    return staff.every(({ presence }) => presence.busyWithCallId === null);
  });
  await eventually('every message to be there, once', async () => {
    const { items } = await olivia.api.get<{ items: { callId: string }[] }>('voicemails?limit=200');
    assert.equal(items.length, truth.filter((outcome) => outcome === 'voicemail').length);
    return new Set(items.map(({ callId }) => callId)).size === items.length;
  });
});
