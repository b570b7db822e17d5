import { inClinic } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { CarrierError } from '../ports/carrier/carrier.port.ts';
import { judgeRecording } from './rules/judge-recording.ts';
import { sealAudio } from './sealed-content.ts';
import { noticeJob, releaseJob, transcribeJob, type VoicemailDependencies } from './voicemail-work.ts';
import {
  findState,
  markAudioFailed,
  removeContent,
  saveAudio,
  type VoicemailState,
} from './voicemail.store.ts';

class UnreadableRecording extends Error {
  override name = 'UnreadableRecording';
}

const download = async (deps: VoicemailDependencies, recordingSid: string) => {
  const bytes = await deps.carrier.fetchRecording(recordingSid);
  const judgement = judgeRecording(bytes);
  if (judgement.verdict === 'unreadable') throw new UnreadableRecording();
  return { bytes, judgement };
};

/** Nobody spoke: it never was a voicemail, only a step in the call's history. */
const drop = (
  deps: VoicemailDependencies,
  clinicId: string,
  { id, callId, recordingSid }: VoicemailState,
  why: string,
): Promise<void> =>
  inClinic(deps.database, clinicId, async (trx) => {
    const at = deps.clock.now();
    if ((await removeContent(trx, id, at)) === null) return;
    await deps.noteOnCall(trx, { callId, kind: 'voicemail-dropped', reason: why, at });
    await deps.send(trx, releaseJob, { recordingSid }, { key: recordingSid });
    await announce(trx, 'voicemails', id);
  });

const keep = (
  deps: VoicemailDependencies,
  clinicId: string,
  { id, recordingSid }: VoicemailState,
  bytes: Uint8Array,
  durationSeconds: number,
): Promise<void> =>
  inClinic(deps.database, clinicId, async (trx) => {
    const sealed = sealAudio(deps.secrets, clinicId, id, bytes);
    if (!(await saveAudio(trx, id, sealed, durationSeconds))) return;
    const job = { clinicId, voicemailId: id };
    await deps.send(trx, transcribeJob, job, { key: id });
    await deps.send(trx, noticeJob, job, { key: id });
    if (!deps.transcription.needsCarrierRecording)
      await deps.send(trx, releaseJob, { recordingSid }, { key: recordingSid });
    await announce(trx, 'voicemails', id);
  });

/** Somebody may have spoken, and we cannot hear it yet: staff is told all the same, and can call back. */
const giveUpForNow = (
  deps: VoicemailDependencies,
  clinicId: string,
  { id }: VoicemailState,
  isLost: boolean,
): Promise<void> =>
  inClinic(deps.database, clinicId, async (trx) => {
    if (isLost && (await markAudioFailed(trx, id))) await announce(trx, 'voicemails', id);
    await deps.send(trx, noticeJob, { clinicId, voicemailId: id }, { key: id });
  });

/**
 * Brings a recording home: download, drop it if nobody spoke, else encrypt and save. What follows (transcript, notice,
 * deletion at the carrier) is sent in the transaction that saves, so it happens if and only if the audio is ours.
 * Run twice or killed anywhere, it ends the same.
 * @throws what made the attempt fail, so that it is repeated
 */
export const fetchRecording = async (
  deps: VoicemailDependencies,
  { clinicId, voicemailId }: { clinicId: string; voicemailId: string },
  attempt: { last: boolean },
): Promise<void> => {
  const voicemail = await inClinic(deps.database, clinicId, (trx) => findState(trx, voicemailId));
  if (voicemail === null || voicemail.deleted || voicemail.audioStatus === 'ready') return;
  try {
    const { bytes, judgement } = await download(deps, voicemail.recordingSid);
    if (judgement.verdict === 'empty') await drop(deps, clinicId, voicemail, judgement.why);
    else await keep(deps, clinicId, voicemail, bytes, judgement.durationSeconds);
  } catch (error) {
    const isLost =
      error instanceof UnreadableRecording || (error instanceof CarrierError && error.failure === 'gone');
    if (attempt.last) await giveUpForNow(deps, clinicId, voicemail, isLost);
    throw error;
  }
};
