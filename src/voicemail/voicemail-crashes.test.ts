import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EmailMessage } from '../ports/email/email.port.ts';
import type { TranscriptionRequest } from '../ports/transcription/transcription.port.ts';
import { makeCall, makeClinic, trialDatabase } from './clinic-on-trial.ts';
import { makeWorld, rawRow, receive, show, workOff, type World } from './voicemail-on-trial.ts';
import type { VoicemailDependencies } from './voicemail-work.ts';
import { voicemailHandlers } from './voicemail.jobs.ts';

const database = await trialDatabase();

/** Dies at the nth moment: before or after any transaction, and before or after anything outside. */
const dyingAt = (world: World, moment: number): { deps: VoicemailDependencies; died: () => boolean } => {
  let [passed, dead] = [0, false];
  const pass = () => {
    passed += 1;
    if (passed !== moment) return;
    dead = true;
    throw new Error('killed');
  };
  const around =
    <Input extends unknown[], Output>(work: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      pass();
      const output = await work(...input);
      pass();
      return output;
    };
  const transaction = () => {
    const begun = database.transaction();
    return { execute: around((work: never) => begun.execute(work)) };
  };
  const { deps } = world;
  const dying: VoicemailDependencies = {
    ...deps,
    database: new Proxy(database, {
      get: (target, name): unknown => (name === 'transaction' ? transaction : Reflect.get(target, name)),
    }),
    carrier: {
      ...deps.carrier,
      fetchRecording: around((sid: string) => deps.carrier.fetchRecording(sid)),
      deleteRecording: around((sid: string) => deps.carrier.deleteRecording(sid)),
    },
    transcription: {
      name: 'dying',
      needsCarrierRecording: deps.transcription.needsCarrierRecording,
      transcribe: around((request: TranscriptionRequest) => deps.transcription.transcribe(request)),
    },
    email: { ...deps.email, send: around((mail: EmailMessage) => deps.email.send(mail)) },
  };
  return { deps: dying, died: () => dead };
};

for (const needsCarrierRecording of [true, false]) {
  test(`killed at any moment and delivered twice, it ends the same (carrier writes down: ${needsCarrierRecording})`, async () => {
    const clinic = await makeClinic(database);
    let moment = 1;
    for (let died = true; died; moment += 1) {
      const world = await makeWorld(database);
      world.steer.needsCarrierRecording = needsCarrierRecording;
      const { callId, callSid } = await makeCall(database, clinic.clinicId, {
        from: '+13125550101',
        departmentId: null,
      });
      const here = { ...clinic, callId };
      const { voicemailId } = await receive(world, here, world.record(callSid));
      const dying = dyingAt(world, moment);
      await workOff(world, voicemailHandlers(dying.deps), 2);
      died = dying.died();

      const view = await show(world, here, voicemailId);
      assert.deepEqual(
        [view?.audio, view?.transcription, world.recordings.size],
        ['ready', 'done', 0],
        `killed at ${moment}`,
      );
      assert.ok((await rawRow(world, clinic, voicemailId)).notified_at !== null, `told, killed at ${moment}`);
      assert.equal(new Set(world.mails.map(({ key }) => key)).size, 1, `one message, killed at ${moment}`);
    }
    assert.ok(moment > 15, 'there were moments to die in');
  });
}
