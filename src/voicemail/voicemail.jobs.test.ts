import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startJobs } from '../platform/jobs.ts';
import { startLiveUpdates } from '../platform/live-updates.ts';
import { createDatabaseOnTrial, makeClinic } from './clinic-on-trial.ts';
import { makeWorld, receive, show } from './voicemail-on-trial.ts';
import { voicemailHandlers } from './voicemail.jobs.ts';
import { voicemailJobKinds } from './voicemail-work.ts';

const { database, connection } = await createDatabaseOnTrial();

test(
  'the real engine carries a message all the way, and every portal is told',
  { timeout: 60_000 },
  async () => {
    const [world, clinic] = [await makeWorld(database), await makeClinic(database)];
    const jobs = await startJobs(connection, voicemailJobKinds, world.deps.log);
    after(() => jobs.stop());
    const deps = { ...world.deps, send: jobs.send };
    await jobs.work(voicemailHandlers(deps), []);
    const live = await startLiveUpdates(connection, world.deps.log);
    after(() => live.close());

    let id: string | null = null;
    const isDone = async (): Promise<boolean> =>
      id !== null &&
      (await show(world, clinic, id))?.transcription === 'done' &&
      world.recordings.size === 0 &&
      world.mails.length === 1;
    const topics = new Set<string>();
    const done = Promise.withResolvers<void>();
    const finish = () => isDone().then((yes) => (yes ? done.resolve() : undefined), done.reject);
    live.subscribe(clinic.clinicId, (update) => {
      topics.add(update?.topic ?? '');
      void finish();
    });
    // The notice and the deletion at the carrier announce nothing: these two say when they are over.
    const { send } = deps.email;
    deps.email.send = (mail) => send(mail).finally(() => void finish());
    const { deleteRecording } = deps.carrier;
    deps.carrier.deleteRecording = (sid) => deleteRecording(sid).finally(() => void finish());

    ({ voicemailId: id } = await receive({ ...world, deps }, clinic, world.record(clinic.callSid)));
    await done.promise;
    assert.deepEqual([...topics], ['voicemails']);
  },
);
