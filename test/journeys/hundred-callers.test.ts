import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import { requestJson } from '../fixtures/installation-requests.ts';
import type { Telephone } from '../fixtures/installation-telephones.ts';
import { startInstallation } from '../fixtures/installation.ts';

/*
 * A hundred people call in the same moment, and five can answer: three at their desks, two on private phones that
 * must press 1. Everything they do they do by themselves, so that all of it happens at once.
 */

// Not too hasty: a hundred people who wait ask for the next piece of music every few seconds.
const world = await startInstallation({ haste: 8 });
const { english } = world;
const people = world.crowd();
const desks = await Promise.all(
  ['Olivia Martin', 'James Wilson', 'Sofia Ramirez'].map((name) => english.staff(name)),
);
const [olivia] = desks;
const phones = ['Daniel Brooks', 'Emily Novak'].map((name) => english.telephone(name));
for (const desk of desks) {
  await desk.open();
  await desk.behave({ onCall: 'answer', answerAfterSeconds: 0.5, hangUpAfterSeconds: 1 });
}
for (const phone of phones)
  await phone.behave({
    onCall: 'answer',
    answerAfterSeconds: 0.5,
    pressAfterAnswer: '1',
    hangUpAfterSeconds: 6,
  });

const menuKeys = ['1', '2', '3', '0'];

/** Chooses from the menu, leaves a message where one is asked for, and hangs up when the other side does. */
const callOnce = async (telephone: Telephone, key: string): Promise<void> => {
  await telephone.dial(english.phoneNumber);
  await telephone.press(key);
  const next = await telephone.waitFor(
    ({ type, text = '' }) => type === 'ended' || (type === 'heard' && text.includes('after the tone')),
    600_000,
  );
  if (next.type === 'ended') return;
  await telephone.record('Please call me back.', 3);
  await telephone.waitFor('ended');
};

type CarrierLeg = {
  direction: string;
  from: string;
  to: string;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
};

/** Every leg to a staff member, by whom it rang, in order. */
const staffLegs = async (since: number): Promise<Map<string, CarrierLeg[]>> => {
  const legs = await requestJson<CarrierLeg[]>('GET', `${world.sandboxUrl}/telephones/api/calls?limit=1000`);
  const dialled = legs.filter(
    (leg) => leg.direction === 'outbound-dial' && leg.startedAt !== null && leg.startedAt >= since,
  );
  return Map.groupBy(
    dialled.toSorted((a, b) => a.startedAt! - b.startedAt!),
    ({ to }) => to,
  );
};

const assertOneAtATime = (legs: Map<string, CarrierLeg[]>): void => {
  for (const [who, rung] of legs) {
    for (const [index, leg] of rung.entries()) {
      const before = rung[index - 1];
      if (before) assert.ok(before.endedAt! <= leg.startedAt!, `${who} was rung by two calls at once`);
    }
  }
};

const crowd = (from: number): Telephone[] =>
  Array.from({ length: 100 }, (_, index) => people.telephone(`+1312556${from + index}`));

const everybodyCalls = async (callers: Telephone[]) => {
  const since = world.clock.sandbox.now();
  await Promise.all(callers.map((caller, index) => callOnce(caller, menuKeys[index % menuKeys.length]!)));
  const numbers = new Set(callers.map(({ number }) => number));
  const log = await eventually('every call to be over in the log', async () => {
    const calls = (await olivia!.api.log()).filter(({ from }) => numbers.has(from));
    return (
      calls.length === callers.length &&
      calls.every(({ outcome }) => outcome !== null && outcome !== 'missed') &&
      calls
    );
  });
  await eventually('nobody to be busy', async () =>
    (await olivia!.api.now()).staff.every(({ presence }) => presence.busyWithCallId === null),
  );
  const legs = await staffLegs(since);
  assertOneAtATime(legs);
  return { log, legs };
};

test('a hundred calls at once, nobody waits: each ends with a person or in voicemail, nobody has two', async () => {
  const { log, legs } = await everybodyCalls(crowd(1000));
  const outcomes = Object.groupBy(log, ({ outcome }) => outcome ?? 'none');
  assert.deepEqual(Object.keys(outcomes).toSorted(), ['answered', 'voicemail']);
  assert.equal(legs.size, 5, 'everybody was rung');
  await eventually(
    'every message',
    async () => {
      const list = await olivia!.api.get<{ newCount: number }>('voicemails?limit=1');
      return list.newCount === outcomes['voicemail']!.length;
    },
    120_000,
  );
});

test('a hundred calls at once with waiting music: whoever waits reaches a person', async () => {
  // As long as may be set: how soon it is a caller's turn depends on the machine.
  await world.configure({ maxWaitSeconds: 1800 });
  const { log } = await everybodyCalls(crowd(2000));
  assert.deepEqual(
    log.filter(({ outcome }) => outcome !== 'answered').map(({ outcome }) => outcome),
    [],
  );
});
