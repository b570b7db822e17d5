import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { inClinic } from '../platform/database/database.ts';
import { CarrierError } from '../ports/carrier/carrier.port.ts';
import { deleteVoicemail } from './delete-voicemail.ts';
import { eraseVoicemail } from './erase-voicemail.ts';
import { reconcileRecordings } from './reconcile-recordings.ts';
import type { VoicemailView } from './rules/voicemail-views.ts';
import { listVoicemails } from './show-voicemails.ts';
import { keepVoicemailUp } from './upkeep.ts';
import { makeCall, makeClinic, trialDatabase, type ClinicOnTrial } from './clinic-on-trial.ts';
import { makeWorld, rawRow, workOff, type World } from './voicemail-on-trial.ts';
import { voicemailHandlers } from './voicemail.jobs.ts';

const database = await trialDatabase();

const list = async (world: World, { clinicId }: ClinicOnTrial) => {
  const filter = {
    status: undefined,
    departmentId: undefined,
    assignedTo: undefined,
    after: null,
    limit: 50,
  };
  const viewing = { secrets: world.deps.secrets, now: world.clock.now() };
  return (await inClinic(database, clinicId, (trx) => listVoicemails(trx, filter, viewing))).items;
};

const reconcile = async (world: World) => {
  await reconcileRecordings(world.deps);
  await workOff(world, voicemailHandlers(world.deps));
};

const deleteAll = async (world: World, clinic: ClinicOnTrial) => {
  const why = { action: 'voicemail.erased', userId: null, at: world.clock.now() } as const;
  for (const { id } of await list(world, clinic))
    await inClinic(database, clinic.clinicId, (trx) => eraseVoicemail(trx, id, why, world.deps.send));
};

const failing = async () => {
  throw new CarrierError('unknown');
};

test('a message whose callbacks were all lost is taken in once, with the call’s department and time', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const other = await makeClinic(database, { language: 'de' });
  const recordedAt = world.clock.now();
  world.record(clinic.callSid);
  world.record(other.callSid);
  await reconcile(world);
  assert.deepEqual(await list(world, clinic), [], 'callbacks get their time first');

  world.clock.advance({ minutes: 4 });
  await reconcile(world);
  await reconcile(world);
  const [voicemail, ...more] = await list(world, clinic);
  assert.deepEqual(more, []);
  assert.equal(voicemail?.department?.id, clinic.departmentId);
  assert.equal(voicemail.receivedAt, recordedAt.toString());
  assert.equal(voicemail.audio, 'ready');
  assert.equal((await list(world, other)).length, 1);
  assert.equal(world.recordings.size, 0);
  assert.deepEqual(
    world.notes,
    [clinic, other].map(({ callId }) => ({ callId, kind: 'recorded', reason: 'found-at-carrier' })),
  );
});

test('recordings of other calls on the same account, and of staff legs, are left alone', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  await database
    .insertInto('carrier_calls')
    .values({
      carrier_sid: 'CA-staff',
      clinic_id: clinic.clinicId,
      call_id: clinic.callId,
      staff_id: clinic.staffId,
    })
    .execute();
  world.record('CA-of-somebody-else');
  world.record('CA-staff');
  world.clock.advance({ hours: 1 });
  await reconcile(world);
  assert.deepEqual(await list(world, clinic), []);
  assert.equal(world.recordings.size, 2);
});

test('what could not be fetched, deleted or released is mended', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const { carrier } = world.deps;
  const { fetchRecording, deleteRecording } = carrier;
  carrier.fetchRecording = failing;
  carrier.deleteRecording = failing;
  world.record(clinic.callSid);
  world.clock.advance({ minutes: 4 });
  await reconcile(world);
  assert.equal((await list(world, clinic))[0]?.audio, 'pending');

  carrier.fetchRecording = fetchRecording;
  await reconcile(world);
  assert.equal((await list(world, clinic))[0]?.audio, 'ready');
  assert.equal(world.recordings.size, 1, 'still at the carrier');

  carrier.deleteRecording = deleteRecording;
  await reconcile(world);
  assert.equal(world.recordings.size, 0);
});

test('a deleted message is deleted at the carrier too and never comes back', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const { carrier } = world.deps;
  const { deleteRecording } = carrier;
  carrier.deleteRecording = failing;
  world.record(clinic.callSid);
  world.clock.advance({ minutes: 4 });
  await reconcile(world);
  await deleteAll(world, clinic);
  await reconcile(world);
  assert.equal(world.recordings.size, 1);
  carrier.deleteRecording = deleteRecording;
  await reconcile(world);
  assert.equal(world.recordings.size, 0);
  assert.deepEqual(await list(world, clinic), []);
});

test('upkeep removes what is older than the clinic keeps it', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const keepDays = (voicemail_retention_days: number) =>
    inClinic(database, clinic.clinicId, (trx) =>
      trx.updateTable('call_settings').set({ voicemail_retention_days }).execute(),
    );
  world.record(clinic.callSid);
  world.clock.advance({ minutes: 5 });
  await reconcile(world);

  await keepDays(30);
  world.clock.advance({ hours: 24 * 30 - 1 });
  await keepVoicemailUp(world.deps);
  assert.equal((await list(world, clinic)).length, 1);

  world.clock.advance({ hours: 2 });
  await keepVoicemailUp(world.deps);
  assert.deepEqual(await list(world, clinic), []);
  const { audio, transcript, log } = await inClinic(database, clinic.clinicId, async (trx) => ({
    ...(await trx.selectFrom('voicemail_messages').selectAll().executeTakeFirstOrThrow()),
    log: await trx.selectFrom('audit_log').select(['action', 'user_id']).execute(),
  }));
  assert.deepEqual([audio, transcript], [null, null]);
  assert.deepEqual(log, [{ action: 'voicemail.expired', user_id: null }]);
});

test('upkeep erases what was deleted a day ago, here and at the carrier', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  world.record(clinic.callSid);
  world.clock.advance({ minutes: 5 });
  await reconcile(world);
  const [{ id }] = (await list(world, clinic)) as [VoicemailView];
  const userId = randomUUIDv7();
  const user = { id: userId, name: 'Dana', email: `${userId}@clinic.example` };
  await database.insertInto('users').values(user).execute();
  await inClinic(database, clinic.clinicId, (trx) =>
    deleteVoicemail(trx, id, { userId, at: world.clock.now() }),
  );

  world.clock.advance({ hours: 24 });
  await keepVoicemailUp(world.deps);
  assert.notEqual((await rawRow(world, clinic, id)).audio, null);
  world.clock.advance({ seconds: 1 });
  await keepVoicemailUp(world.deps);
  const { audio, transcript } = await rawRow(world, clinic, id);
  assert.deepEqual([audio, transcript], [null, null]);
  const log = await inClinic(database, clinic.clinicId, (trx) =>
    trx.selectFrom('audit_log').select(['action', 'user_id']).orderBy('id').execute(),
  );
  assert.deepEqual(log, [
    { action: 'voicemail.deleted', user_id: userId },
    { action: 'voicemail.expired', user_id: null },
  ]);
});

test('a number with a retention of its own is kept by that', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const number = { clinic_id: clinic.clinicId, phone_number: '+13125550199' };
  await database
    .insertInto('clinic_phone_numbers')
    .values({ ...number, label: 'main' })
    .execute();
  const own = { ...number, id: clinic.staffId, language: 'en', voicemail_retention_days: 10 };
  await inClinic(database, clinic.clinicId, (trx) => trx.insertInto('call_settings').values(own).execute());
  world.record(clinic.callSid);
  world.clock.advance({ minutes: 5 });
  await reconcile(world);
  world.clock.advance({ hours: 24 * 10 - 1 });
  await keepVoicemailUp(world.deps);
  assert.equal((await list(world, clinic)).length, 1);
  world.clock.advance({ hours: 1 });
  await keepVoicemailUp(world.deps);
  assert.deepEqual(await list(world, clinic), []);
});

test('upkeep takes up again what its jobs gave up', async () => {
  const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
  const { callSid } = await makeCall(database, clinic.clinicId, { from: 'anonymous', departmentId: null });
  const { fetchRecording } = world.deps.carrier;
  world.deps.carrier.fetchRecording = failing;
  world.record(callSid);
  world.clock.advance({ minutes: 5 });
  await reconcile(world);
  world.deps.carrier.fetchRecording = fetchRecording;
  // Two days: the reconciliation, which looks back one day, sees it no more.
  world.clock.advance({ hours: 48 });
  await reconcile(world);
  assert.equal((await list(world, clinic))[0]?.audio, 'pending');
  await keepVoicemailUp(world.deps);
  await workOff(world, voicemailHandlers(world.deps));
  const [voicemail] = await list(world, clinic);
  assert.equal(voicemail?.audio, 'ready');
  assert.equal(voicemail.from, 'anonymous');
  assert.equal(voicemail.caller.kind, 'unknown');
});
