import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { putInBin } from './voicemail.store.ts';

/**
 * Takes a message off the lists. It can be restored for a day; then the hourly upkeep erases it.
 * @returns false when there is no such voicemail, or it is deleted already
 */
export const deleteVoicemail = async (
  trx: ClinicTransaction,
  voicemailId: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<boolean> => {
  if (!(await putInBin(trx, voicemailId, by))) return false;
  const subject = { kind: 'voicemail', id: voicemailId };
  await recordAudit(trx, { ...by, action: 'voicemail.deleted', subject });
  await announce(trx, 'voicemails', voicemailId);
  return true;
};
