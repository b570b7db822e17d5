import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { takeFromBin } from './voicemail.store.ts';

/** Puts a deleted message back where it was. Asking for one that is not deleted changes and records nothing. */
export const restoreVoicemail = async (
  trx: ClinicTransaction,
  voicemailId: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<void> => {
  if (!(await takeFromBin(trx, voicemailId))) return;
  const subject = { kind: 'voicemail', id: voicemailId };
  await recordAudit(trx, { ...by, action: 'voicemail.restored', subject });
  await announce(trx, 'voicemails', voicemailId);
};
