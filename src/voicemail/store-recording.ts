import type { ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { fetchJob } from './voicemail-work.ts';
import { findStatesBySids, insertVoicemail, type Recording } from './voicemail.store.ts';

/**
 * Takes in a recording that the carrier has made. The record action, the recording callback and the reconciliation may
 * all report the same one, in any order and twice: the first makes the voicemail, the others find it.
 */
export const receiveRecording = async (
  trx: ClinicTransaction,
  recording: Recording,
  send: JobSender,
): Promise<{ voicemailId: string; isNew: boolean }> => {
  const made = await insertVoicemail(trx, recording);
  if (made !== null) {
    await send(trx, fetchJob, { clinicId: trx.clinicId, voicemailId: made }, { key: made });
    await announce(trx, 'voicemails', made);
    return { voicemailId: made, isNew: true };
  }
  const [known] = await findStatesBySids(trx, [recording.recordingSid]);
  if (!known) throw new Error('a voicemail that is neither new nor known');
  return { voicemailId: known.id, isNew: false };
};
