import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../fixtures/installation-eventually.ts';
import type { ClinicDrivers } from '../fixtures/installation-drivers.ts';
import { startInstallation } from '../fixtures/installation.ts';

const world = await startInstallation();
await world.configure({ ringSeconds: 5 });

type Words = {
  clinic: ClinicDrivers;
  caller: string;
  receptionist: string;
  colleague: string;
  department: string;
  mailbox: string;
  menu: string;
  greeting: string;
  message: string;
  subject: string;
};

/** Nobody has a portal open and the manager's phone rings unheard: the caller leaves a message, and staff deal with it. */
const leaveAndHandle = async (words: Words): Promise<void> => {
  const { clinic, message } = words;
  const patient = clinic.telephone(words.caller);
  const receptionist = await clinic.staff(words.receptionist);
  const colleague = await clinic.staff(words.colleague);
  const { api } = receptionist;

  const callSid = await patient.dial(clinic.phoneNumber);
  await patient.hears(words.menu);
  await patient.press('1');
  await patient.hears(words.greeting);
  await patient.record(message, 9);

  const voicemail = await eventually('the transcript', async () => {
    const [first] = (await api.voicemails()).items;
    return first?.transcription === 'done' && first;
  });
  assert.equal(voicemail.transcript, message);
  assert.equal(voicemail.caller.name, words.caller);
  assert.equal(voicemail.department?.name, words.department);
  assert.equal(voicemail.language, clinic.language);
  assert.equal(voicemail.status, 'new');
  assert.equal((await api.voicemails()).newCount, 1);

  const audio = await api.audio(voicemail.id);
  assert.equal(audio.subarray(0, 4).toString('latin1'), 'RIFF');
  assert.equal(audio.subarray(8, 12).toString('latin1'), 'WAVE');
  assert.ok(audio.length > 8000, 'seconds of sound');

  const mail = await clinic.mail(words.mailbox);
  assert.match(mail.subject, new RegExp(words.subject));
  const link = new URL(/https?:\/\/\S+/.exec(mail.text)![0]);
  assert.equal(link.origin, world.portalUrl);
  assert.ok(link.href.includes(voicemail.id));
  const told = `${mail.subject} ${mail.text}`;
  const surname = words.caller.split(' ').at(-1)!;
  for (const secret of [
    surname,
    patient.number,
    patient.number.slice(-7),
    ...message.split(/\W+/).filter((word) => word.length > 7),
  ])
    assert.ok(!told.includes(secret), 'the mail tells nothing about the caller');

  const heard = await api.patch<{ status: string }>(`voicemails/${voicemail.id}`, { status: 'heard' });
  assert.equal(heard.status, 'heard');
  const assigned = await api.patch<{ assignedTo: { name: string } }>(`voicemails/${voicemail.id}`, {
    assignedTo: colleague.staffId,
  });
  assert.equal(assigned.assignedTo.name, words.colleague);
  assert.equal((await api.voicemails()).newCount, 0);

  const { call, steps } = await api.story(voicemail.callId);
  assert.equal(call.outcome, 'voicemail');
  assert.equal(call.voicemailId, voicemail.id);
  assert.ok(steps.some(({ kind, reason }) => kind === 'not-tried' && reason === 'offline'));
  const { entries } = await clinic.inspect(callSid);
  assert.deepEqual(
    entries.filter(({ kind }) => kind === 'error'),
    [],
  );

  await api.delete(`voicemails/${voicemail.id}`);
  assert.deepEqual((await api.voicemails()).items, []);
  await api.audio(voicemail.id); // can be taken back for a day
  await api.delete(`voicemails/${voicemail.id}?forGood=true`);
  await assert.rejects(api.audio(voicemail.id), /404/);
};

test('nobody answers: a message is left, transcribed, announced, played, marked, assigned and deleted', () =>
  leaveAndHandle({
    clinic: world.english,
    caller: 'Evelyn Harper',
    receptionist: 'Olivia Martin',
    colleague: 'James Wilson',
    department: 'Billing',
    mailbox: 'billing@lakeside.example',
    menu: 'Thank you for calling Lakeside Dental.',
    greeting: 'You have reached billing at Lakeside Dental.',
    message: 'My insurance company returned the invoice, please telephone me tomorrow morning.',
    subject: 'New voicemail',
  }));

test('niemand nimmt ab: eine Nachricht auf Deutsch', () =>
  leaveAndHandle({
    clinic: world.german,
    caller: 'Gisela von Arnim',
    receptionist: 'Miriam Schäfer',
    colleague: 'Elif Yıldız',
    department: 'Abrechnung',
    mailbox: 'abrechnung@praxis-am-park.example',
    menu: 'Guten Tag, hier ist die Zahnarztpraxis am Park.',
    greeting: 'Sie sind mit der Abrechnung der Zahnarztpraxis am Park verbunden.',
    message: 'Meine Versicherung schickt die Rechnung zurück, bitte telefonieren wir morgen Vormittag.',
    subject: 'Neue Sprachnachricht',
  }));

test('a patient who speaks the clinic’s other language hears it', async () => {
  const { english } = world;
  const patient = english.telephone('Jürgen Vogel');
  await patient.dial(english.phoneNumber);
  await patient.hears('Willkommen bei Lakeside Dental.');
  await patient.press('1');
  await patient.hears('Sie sind mit der Abrechnung von Lakeside Dental verbunden.');
  await patient.record('Bitte rufen Sie zurück.', 4);
  const mails = await english.mail('billing@lakeside.example', 2);
  assert.ok(mails.subject.length > 0);
});

test('a caller who says nothing leaves no voicemail, and the call is in the log as missed', async () => {
  const { english } = world;
  const patient = english.telephone('Marcus Johnson');
  const olivia = await english.staff('Olivia Martin');
  const before = (await olivia.api.voicemails()).items.length;
  await patient.dial(english.phoneNumber);
  await patient.press('1');
  await patient.waitFor(({ type, what }) => type === 'collecting' && what === 'recording');
  await patient.hangUp();
  const call = await eventually('the missed call', async () =>
    (await olivia.api.log()).find(({ from, status }) => from === patient.number && status === 'ended'),
  );
  assert.equal(call.outcome, 'missed');
  assert.equal(call.voicemailId, null);
  assert.equal((await olivia.api.voicemails()).items.length, before);
});

test('a call back from a voicemail: my softphone rings, then the patient’s telephone, and we talk', async () => {
  const { english } = world;
  const olivia = await english.staff('Olivia Martin');
  const caller = english.telephone('Priya Patel');
  await caller.dial(english.phoneNumber);
  await caller.press('1');
  await caller.record('Please call me back.', 5);
  const voicemail = await eventually('the voicemail', async () =>
    (await olivia.api.voicemails()).items.find(({ from }) => from === caller.number),
  );
  await olivia.open();
  const { callId } = await olivia.api.post<{ callId: string }>('calls', {
    to: voicemail.from,
    voicemailId: voicemail.id,
  });
  const ringing = await olivia.takeCall();
  assert.deepEqual(ringing.parameters, { callId, purpose: 'outbound' });
  const incoming = await caller.waitFor('ringing');
  assert.equal(incoming.from, english.phoneNumber);
  await caller.answer();
  await caller.waitFor('bridged');
  await olivia.say('You asked us to call.');
  await caller.hears('You asked us to call.');
  await eventually('the conversation on the board', async () =>
    (await olivia.api.now()).calls.find((call) => call.id === callId && call.status === 'connected'),
  );
  await olivia.hangUp();
  await caller.waitFor('ended');
  const { call } = await eventually('the end of it in the log', async () => {
    const story = await olivia.api.story(callId);
    return story.call.status === 'ended' && story;
  });
  assert.equal(call.direction, 'outbound');
  assert.equal(call.outcome, 'answered');
  assert.equal(call.answeredBy, 'Olivia Martin');
});
