import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { releaseJob } from './voicemail-work.ts';
import { removeContent } from './voicemail.store.ts';

/**
 * Takes recording and texts away for good, here and at the carrier.
 * @param why.userId null: nobody in person, its time was over
 * @returns false when there is no such voicemail
 */
export const eraseVoicemail = async (
  trx: ClinicTransaction,
  voicemailId: string,
  why: { action: 'voicemail.erased' | 'voicemail.expired'; userId: string | null; at: Temporal.Instant },
  send: JobSender,
): Promise<boolean> => {
  const removed = await removeContent(trx, voicemailId, why.at);
  if (removed === null) return false;
  await send(trx, releaseJob, removed, { key: removed.recordingSid });
  await recordAudit(trx, { ...why, subject: { kind: 'voicemail', id: voicemailId } });
  await announce(trx, 'voicemails', voicemailId);
  return true;
};
