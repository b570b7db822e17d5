import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startInstallation } from '../fixtures/installation.ts';

const world = await startInstallation();

test('a patient chooses billing, talks, is transferred and hangs up; the log tells it all', async () => {
  const { english } = world;
  const patient = english.telephone('Robert Hughes');
  const olivia = await english.staff('Olivia Martin');
  const james = await english.staff('James Wilson');
  await olivia.open();
  await james.open();

  const callSid = await patient.dial(english.phoneNumber);
  await patient.hears('Thank you for calling Lakeside Dental.');
  await patient.press('1');
  const ringing = await olivia.waitFor('ringing');
  assert.equal(ringing.from, patient.number);

  const { calls } = await olivia.api.now();
  assert.equal(calls.length, 1);
  const [call] = calls;
  assert.ok(call);
  assert.equal(call.status, 'ringing');
  assert.equal(ringing.parameters?.['callId'], call.id);
  assert.equal(call.caller.kind, 'patient');
  assert.equal(call.caller.name, 'Robert Hughes');
  assert.deepEqual(call.caller.balance, { cents: 48_000, currency: 'USD' });
  assert.equal(call.department?.name, 'Billing');
  assert.equal(call.menuChoice, 'Billing');
  assert.deepEqual(
    call.ringing.map(({ name, via }) => [name, via]),
    [['Olivia Martin', 'portal']],
  );

  await olivia.accept();
  await patient.waitFor('bridged');
  const connected = await eventually('Olivia on the board', async () => {
    const [row] = (await james.api.now()).calls;
    return row?.status === 'connected' && row;
  });
  assert.equal(connected.connectedTo?.name, 'Olivia Martin');
  await olivia.say('Billing, Olivia speaking.');
  await patient.hears('Billing, Olivia speaking.');
  await patient.say('I have a question about my invoice.');
  await olivia.waitFor(({ text }) => text === 'I have a question about my invoice.');

  await olivia.api.post(`calls/${call.id}/transfer`, { staffId: james.staffId });
  await james.takeCall();
  await patient.waitFor('bridged');
  await james.say('James here.');
  await patient.hears('James here.');
  await eventually('James on the board', async () => {
    const [row] = (await james.api.now()).calls;
    return row?.connectedTo?.name === 'James Wilson';
  });
  await patient.hangUp();
  await james.waitFor('ended');

  const story = await eventually('the end in the log', async () => {
    const told = await olivia.api.story(call.id);
    return told.call.status === 'ended' && told;
  });
  assert.equal(story.call.outcome, 'answered');
  assert.equal(story.call.answeredBy, 'James Wilson');
  assert.equal(story.call.callerName, 'Robert Hughes');
  assert.equal(story.call.department, 'Billing');
  assert.deepEqual(
    story.steps.map(({ kind, staff }) => (staff ? `${kind} ${staff.name}` : kind)),
    [
      'incoming',
      'menu-offered',
      'menu-chosen',
      'ringing Olivia Martin',
      'answered Olivia Martin',
      'transfer Olivia Martin',
      'ringing James Wilson',
      'answered James Wilson',
      'ended',
    ],
  );
  assert.ok(story.webhooks.some(({ endpoint }) => endpoint === 'ivr-gather'));
  const { entries } = await english.inspect(callSid);
  assert.deepEqual(
    entries.filter(({ kind }) => kind === 'error'),
    [],
  );
  const { staff } = await olivia.api.now();
  assert.deepEqual(
    staff.filter(({ presence }) => presence.busyWithCallId !== null),
    [],
  );
});
