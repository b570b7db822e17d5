import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inClinic } from '../platform/database/database.ts';
import { CarrierError } from '../ports/carrier/carrier.port.ts';
import { EmailError } from '../ports/email/email.port.ts';
import { makeClinic, trialDatabase } from './clinic-on-trial.ts';
import { makeWorld, rawRow, receive, show, workOff } from './voicemail-on-trial.ts';
import { voicemailHandlers } from './voicemail.jobs.ts';
import { waveFile } from './waves-on-trial.ts';

const database = await trialDatabase();

const silent = () => waveFile({ seconds: 5, sound: () => 0 });

test('a message is fetched, sealed, written down, announced by e-mail and taken from the carrier', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const sid = world.record(clinic.callSid);
  const { voicemailId } = await receive(world, clinic, sid);
  assert.equal((await show(world, clinic, voicemailId))?.audio, 'pending');
  await workOff(world, voicemailHandlers(world.deps));

  const view = await show(world, clinic, voicemailId);
  assert.equal(view?.audio, 'ready');
  assert.equal(view.durationSeconds, 4, 'the length of what was said, not of what was reported');
  assert.equal(view.transcription, 'done');
  assert.equal(view.transcript, 'Please call me back.');
  assert.deepEqual(view.department, { id: clinic.departmentId, name: 'Billing' });
  assert.equal(world.recordings.size, 0);
  assert.deepEqual(
    world.mails.map(({ to }) => to),
    ['billing@clinic.example'],
  );
  assert.match(world.mails[0]!.text, new RegExp(`https://desk\\.example/voicemail/${voicemailId}`));
  assert.doesNotMatch(JSON.stringify(world.mails), /\+1312|call me back/);

  const { audio, transcript } = await rawRow(world, clinic, voicemailId);
  assert.equal(audio!.includes('RIFF'), false, 'nothing is readable at rest');
  assert.equal(transcript!.includes('call me'), false);
});

test('the record action and the recording callback make one voicemail, in any order and at once', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const sid = world.record(clinic.callSid);
  const results = await Promise.all(Array.from({ length: 8 }, () => receive(world, clinic, sid)));
  assert.equal(new Set(results.map(({ voicemailId }) => voicemailId)).size, 1);
  assert.equal(results.filter(({ isNew }) => isNew).length, 1);
  await workOff(world, voicemailHandlers(world.deps));
  assert.equal(world.mails.length, 1);
  assert.equal((await receive(world, clinic, sid)).isNew, false, 'nor does a late one');
  assert.deepEqual(await world.queue.take(), []);
});

test('a recording in which nobody speaks disappears, leaves a note, and a late callback cannot bring it back', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const sid = world.record(clinic.callSid, silent());
  const { voicemailId } = await receive(world, clinic, sid);
  await workOff(world, voicemailHandlers(world.deps), 2);
  assert.equal(await show(world, clinic, voicemailId), null);
  assert.deepEqual(world.notes, [{ callId: clinic.callId, kind: 'voicemail-dropped', reason: 'silent' }]);
  assert.equal(world.recordings.size, 0);
  assert.equal(world.mails.length, 0);
  await receive(world, clinic, sid);
  await workOff(world, voicemailHandlers(world.deps));
  assert.equal(await show(world, clinic, voicemailId), null);
});

test('a recording that the carrier does not have yet is asked for again', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const sid = world.record(clinic.callSid);
  let refusals = 3;
  const there = world.deps.carrier.fetchRecording.bind(null);
  world.deps.carrier.fetchRecording = async (asked) => {
    refusals -= 1;
    if (refusals >= 0) throw new CarrierError('gone', 20_404);
    return there(asked);
  };
  const { voicemailId } = await receive(world, clinic, sid);
  await workOff(world, voicemailHandlers(world.deps));
  assert.equal((await show(world, clinic, voicemailId))?.audio, 'ready');
});

test('a recording that is not there is shown as failed, and staff is told that somebody called', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const { voicemailId } = await receive(world, clinic, 'RE-nowhere');
  await workOff(world, voicemailHandlers(world.deps));
  assert.equal((await show(world, clinic, voicemailId))?.audio, 'failed');
  assert.equal(world.mails.length, 1);
});

test('a carrier that is down leaves the message pending, not failed', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  world.deps.carrier.fetchRecording = async () => {
    throw new CarrierError('unknown');
  };
  const { voicemailId } = await receive(world, clinic, world.record(clinic.callSid));
  await workOff(world, voicemailHandlers(world.deps));
  assert.equal((await show(world, clinic, voicemailId))?.audio, 'pending');
});

test('without words there is no transcript; a transcriber that stays away is shown as failed', async () => {
  const clinic = await makeClinic(database);
  for (const [transcript, transcription] of [
    [{ outcome: 'unavailable' }, 'unavailable'],
    [{ outcome: 'retry-later', reason: 'status 503' }, 'failed'],
  ] as const) {
    const world = await makeWorld(database);
    world.steer.transcript = transcript;
    const { voicemailId } = await receive(world, clinic, world.record(clinic.callSid));
    await workOff(world, voicemailHandlers(world.deps));
    const view = await show(world, clinic, voicemailId);
    assert.equal(view?.transcription, transcription);
    assert.equal(view.transcript, null);
    assert.equal(view.audio, 'ready');
    assert.equal(world.recordings.size, 0);
  }
});

test('the notice goes to the department, else to the number called, else to the clinic, else to nobody', async () => {
  const clinic = await makeClinic(database);
  const notice = async () => {
    const world = await makeWorld(database);
    await receive(world, clinic, world.record(clinic.callSid));
    await workOff(world, voicemailHandlers(world.deps));
    return world.mails.map(({ to }) => to);
  };
  const alter = (change: (trx: Parameters<Parameters<typeof inClinic>[2]>[0]) => Promise<unknown>) =>
    inClinic(database, clinic.clinicId, change);
  const own = {
    clinic_id: clinic.clinicId,
    id: clinic.staffId,
    language: 'en',
    phone_number: '+13125550199',
  };
  await database
    .insertInto('clinic_phone_numbers')
    .values({ phone_number: '+13125550199', clinic_id: clinic.clinicId, label: 'main' })
    .execute();

  assert.deepEqual(await notice(), ['billing@clinic.example']);
  await alter((trx) => trx.updateTable('departments').set({ voicemail_email: null }).execute());
  await alter((trx) =>
    trx
      .insertInto('call_settings')
      .values({ ...own, voicemail_email: 'main@clinic.example' })
      .execute(),
  );
  assert.deepEqual(await notice(), ['main@clinic.example']);
  await alter((trx) =>
    trx.updateTable('call_settings').set({ voicemail_email: null }).where('id', '=', own.id).execute(),
  );
  assert.deepEqual(await notice(), ['desk@clinic.example']);
  await alter((trx) => trx.updateTable('call_settings').set({ voicemail_email: null }).execute());
  assert.deepEqual(await notice(), []);
});

test('a refused notice is given up, a delayed one is not', async () => {
  const clinic = await makeClinic(database);
  for (const [failure, attempts] of [
    ['never', 1],
    ['later', 5],
  ] as const) {
    const world = await makeWorld(database);
    let tried = 0;
    world.deps.email.send = async () => {
      tried += 1;
      throw new EmailError(failure, '550');
    };
    const { voicemailId } = await receive(world, clinic, world.record(clinic.callSid));
    await workOff(world, voicemailHandlers(world.deps));
    assert.equal(tried, attempts);
    assert.equal((await rawRow(world, clinic, voicemailId)).notified_at, null);
  }
});

test('a transcript that does not open takes nothing else with it', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const { voicemailId } = await receive(world, clinic, world.record(clinic.callSid));
  await workOff(world, voicemailHandlers(world.deps));
  await inClinic(database, clinic.clinicId, (trx) =>
    trx
      .updateTable('voicemail_messages')
      .set({ transcript: Buffer.alloc(40, 1) })
      .execute(),
  );
  const view = await show(world, clinic, voicemailId);
  assert.deepEqual([view?.transcript, view?.transcription, view?.audio], [null, 'failed', 'ready']);
});
