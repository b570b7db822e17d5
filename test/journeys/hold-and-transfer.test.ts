import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import type { Staff } from '../fixtures/installation-staff.ts';
import { startInstallation } from '../fixtures/installation.ts';

const world = await startInstallation();
const { english } = world;
const patient = english.telephone('Robert Hughes');
const olivia = await english.staff('Olivia Martin');
const james = await english.staff('James Wilson');
const emily = english.telephone('Emily Novak');

beforeEach(async () => {
  await Promise.all([olivia.open(), james.open(), patient.events.skip()]);
  await Promise.all([olivia.events.skip(), james.events.skip()]);
});
afterEach(async () => {
  await patient.hangUp();
  await world.configure({});
  await eventually('everybody to be free and every call over', async () => {
    const { calls, staff } = await olivia.api.now();
    return calls.length === 0 && staff.every(({ presence }) => presence.busyWithCallId === null);
  });
});

const status = (callId: string, wanted: string, staff: string | null = null) =>
  eventually(`the board to say ${wanted}`, async () => {
    const call = (await olivia.api.now()).calls.find(({ id }) => id === callId);
    return call?.status === wanted && (staff === null || call.connectedTo?.name === staff);
  });

const outcomeOf = (callId: string) =>
  eventually('the end in the log', async () => {
    const { call } = await olivia.api.story(callId);
    return call.status === 'ended' && call.outcome;
  });

/** The patient talks with Olivia. @returns the id of the call */
const inConversation = async (): Promise<string> => {
  await patient.dial(english.phoneNumber);
  await patient.press('1');
  const ringing = await olivia.takeCall();
  const callId = ringing.parameters!['callId']!;
  await patient.waitFor('bridged');
  await status(callId, 'connected', 'Olivia Martin');
  return callId;
};

const onHold = async (): Promise<string> => {
  const callId = await inConversation();
  await olivia.api.put(`calls/${callId}/hold`);
  await patient.waitFor('unbridged');
  await patient.waitFor(({ type, kind }) => type === 'heard' && kind === 'play');
  await status(callId, 'held', 'Olivia Martin');
  return callId;
};

const talk = async (staff: Staff, words: string): Promise<void> => {
  await staff.say(words);
  await patient.hears(words);
};

test('hold, take back, hold once more, take back: the two talk again each time', async () => {
  const callId = await onHold();
  for (const words of ['Thank you for waiting.', 'Here I am again.']) {
    await olivia.api.delete(`calls/${callId}/hold`);
    await patient.waitFor('bridged');
    await talk(olivia, words);
    if (words.startsWith('Here')) break;
    await olivia.api.put(`calls/${callId}/hold`);
    await patient.waitFor('unbridged');
    await patient.waitFor(({ type, kind }) => type === 'heard' && kind === 'play');
  }
  await patient.hangUp();
  assert.equal(await outcomeOf(callId), 'answered');
});

test('on hold, the staff member hangs up: the patient reaches somebody else', async () => {
  await onHold();
  await olivia.close();
  await olivia.hangUp();
  await james.takeCall();
  await patient.waitFor('bridged');
  await talk(james, 'Sorry, you were cut off.');
});

test('on hold, the staff member hangs up and nobody else is there: voicemail', async () => {
  await world.configure({ ringSeconds: 5 });
  const callId = await onHold();
  await james.close();
  await olivia.close();
  await olivia.hangUp();
  await patient.hears('You have reached billing at Lakeside Dental.');
  await patient.record('You put me on hold.', 4);
  assert.ok(['voicemail', 'answered'].includes(await outcomeOf(callId)));
});

test('on hold, the patient hangs up: nobody is left behind', async () => {
  const callId = await onHold();
  await patient.hangUp();
  await olivia.waitFor('ended');
  assert.equal(await outcomeOf(callId), 'answered');
});

test('a transfer to a department where nobody answers comes back to who made it', async () => {
  await emily.behave({ onCall: 'no-answer' });
  const callId = await inConversation();
  const { items } = await olivia.api.get<{ items: { id: string; name: string }[] }>('departments');
  const treatment = items.find(({ name }) => name === 'Treatment')!;
  await olivia.api.post(`calls/${callId}/transfer`, { departmentId: treatment.id });
  await olivia.waitFor('ended');
  await patient.hears('One moment, I am connecting you with Treatment.');
  await olivia.takeCall();
  await patient.waitFor('bridged');
  await talk(olivia, 'Nobody is there at the moment.');
  const { steps } = await olivia.api.story(callId);
  assert.ok(steps.some(({ kind, reason }) => kind === 'transfer-returned' && reason === 'nobody-took-it'));
});

test('a transfer from hold: the colleague talks with the patient', async () => {
  const callId = await onHold();
  await olivia.api.post(`calls/${callId}/transfer`, { staffId: james.staffId });
  await james.takeCall();
  await patient.waitFor('bridged');
  await talk(james, 'James speaking.');
  await olivia.waitFor('ended');
  await james.hangUp();
  assert.equal(await outcomeOf(callId), 'answered');
});

test('a call is not somebody else’s to hold, transfer or end', async () => {
  const callId = await inConversation();
  await assert.rejects(james.api.put(`calls/${callId}/hold`), /409/);
  await assert.rejects(james.api.post(`calls/${callId}/transfer`, { staffId: james.staffId }), /409/);
  await assert.rejects(james.api.post(`calls/${callId}/hang-up`), /409/);
  await olivia.api.post(`calls/${callId}/hang-up`);
  await patient.waitFor('ended');
  assert.equal(await outcomeOf(callId), 'answered');
});
