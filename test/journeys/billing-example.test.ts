import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startInstallation } from '../fixtures/installation.ts';

/*
 * The specification's example: billing is Olivia (portal, priority 1), James (portal, backup, 2) and the manager by
 * phone (3), then voicemail.
 */

const world = await startInstallation();
const { english } = world;
const patient = english.telephone('Robert Hughes');
const manager = english.telephone('Daniel Brooks');
const olivia = await english.staff('Olivia Martin');
const james = await english.staff('James Wilson');

beforeEach(async () => {
  await Promise.all([olivia.open(), james.open(), patient.events.skip(), manager.events.skip()]);
  await Promise.all([olivia.events.skip(), james.events.skip()]);
});
afterEach(async () => {
  await patient.hangUp();
  await manager.behave({ onCall: 'ring' });
  await olivia.api.put('my/availability', { available: true });
  await world.configure({});
  await eventually('everybody free', async () =>
    (await olivia.api.now()).staff.every(({ presence }) => presence.busyWithCallId === null),
  );
});

const callBilling = async (): Promise<void> => {
  await patient.dial(english.phoneNumber);
  await patient.press('1');
};

/**
 * Waits until the history of the newest call tells this: who was rung in which order, and what came of it. Word that
 * somebody did not take it may come after the next telephone rings, so it is looked for apart.
 */
const tells = (expected: string[], alsoTells: string[] = []): Promise<true> =>
  eventually('the story', async () => {
    const [call] = await olivia.api.log();
    const { steps } = await olivia.api.story(call!.id);
    const told = steps
      .filter(({ kind }) => ['ringing', 'answered', 'not-taken', 'not-tried', 'voicemail'].includes(kind))
      .map(({ kind, reason, staff }) => [kind, staff?.name.split(' ')[0], reason].filter(Boolean).join(' '));
    assert.deepEqual(
      told.filter((step) => !step.startsWith('not-')),
      expected,
    );
    for (const step of alsoTells) assert.ok(told.includes(step), step);
    return true;
  });

test('priority 1 is rung alone and takes the call', async () => {
  await callBilling();
  await olivia.takeCall();
  await patient.waitFor('bridged');
  await tells(['ringing Olivia department-priority', 'answered Olivia portal']);
  assert.equal(james.events.last('ringing'), undefined);
});

test('who declines is passed over: the backup rings next', async () => {
  await callBilling();
  await olivia.waitFor('ringing');
  await olivia.decline();
  await james.takeCall();
  await patient.waitFor('bridged');
  await tells(
    ['ringing Olivia department-priority', 'ringing James department-priority', 'answered James portal'],
    ['not-taken Olivia busy'],
  );
});

test('who has switched calls off or closed the portal is not tried, with the reason', async () => {
  await olivia.api.put('my/availability', { available: false });
  await james.close();
  await manager.behave({ onCall: 'answer', answerAfterSeconds: 1, pressAfterAnswer: '1' });
  await callBilling();
  await patient.waitFor('bridged');
  await tells(
    ['ringing Daniel department-priority', 'answered Daniel phone'],
    ['not-tried James offline', 'not-tried Olivia switched-off'],
  );
});

const everybodyRang = [
  'ringing Olivia department-priority',
  'ringing James department-priority',
  'ringing Daniel department-priority',
];

const everybodyAtTheirDeskDeclines = async (): Promise<void> => {
  await callBilling();
  await olivia.waitFor('ringing');
  await olivia.decline();
  await james.waitFor('ringing');
  await james.decline();
};

test('the manager’s phone rings last, hears a whisper, and 1 accepts', async () => {
  await manager.behave({ onCall: 'answer', answerAfterSeconds: 1, pressAfterAnswer: '1' });
  await everybodyAtTheirDeskDeclines();
  await manager.waitFor('ringing');
  await manager.hears('Call for Billing. Press 1 to accept.');
  await patient.waitFor('bridged');
  await manager.say('Daniel Brooks speaking.');
  await patient.hears('Daniel Brooks speaking.');
  await tells([...everybodyRang, 'answered Daniel phone']);
});

test('a manager who presses nothing gets no call: voicemail for billing', async () => {
  await everybodyAtTheirDeskDeclines();
  await manager.waitFor('ringing');
  await manager.answer();
  await manager.waitFor('ended');
  await patient.hears('You have reached billing at Lakeside Dental.');
  await tells([...everybodyRang, 'voicemail nobody-left'], ['not-taken Daniel not-accepted']);
});

test('the manager’s private mailbox never swallows a patient: voicemail for billing', async () => {
  await manager.behave({ onCall: 'machine', answerAfterSeconds: 1 });
  await everybodyAtTheirDeskDeclines();
  await patient.hears('You have reached billing at Lakeside Dental.');
  await patient.record('Please check my invoice.', 4);
  const call = await eventually('the outcome', async () => {
    const [newest] = await olivia.api.log();
    return newest?.outcome === 'voicemail' && newest;
  });
  assert.equal(call.department, 'Billing');
});

test('nobody takes it in time: each gets their turn, then voicemail', async () => {
  await world.configure({ ringSeconds: 10 });
  await callBilling();
  await patient.hears('You have reached billing at Lakeside Dental.');
  await tells(
    [...everybodyRang, 'voicemail nobody-left'],
    ['not-taken Olivia no-answer', 'not-taken James no-answer', 'not-taken Daniel no-answer'],
  );
});

test('silence and a wrong key repeat the menu twice; then it is a person’s turn', async () => {
  await world.configure({ menuSeconds: 5 });
  const sofia = await english.staff('Sofia Ramirez');
  await sofia.open();
  await patient.dial(english.phoneNumber);
  await patient.hears('Thank you for calling Lakeside Dental.');
  await patient.press('9');
  await patient.hears('Sorry, I did not get that.');
  const ringing = await james.waitFor('ringing');
  await sofia.waitFor('ringing');
  assert.equal(ringing.from, patient.number);
  await sofia.accept();
  await patient.waitFor('bridged');
  await james.waitFor('stopped-ringing');
  const [call] = await olivia.api.log();
  const { steps } = await olivia.api.story(call!.id);
  assert.deepEqual(
    steps.filter(({ kind }) => kind === 'menu-missed').map(({ reason }) => reason),
    ['invalid-key', 'silence', 'silence'],
  );
});
