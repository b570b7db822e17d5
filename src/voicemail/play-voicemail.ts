import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { openAudio } from './sealed-content.ts';
import { selectAudio } from './voicemail.store.ts';

/**
 * The recording as a WAV file. That somebody heard it is recorded in the same transaction.
 * @returns null when there is no audio (yet, or any more)
 */
export const playVoicemail = async (
  trx: ClinicTransaction,
  voicemailId: string,
  secrets: Secrets,
  by: { userId: string; at: Temporal.Instant },
): Promise<Uint8Array | null> => {
  const sealed = await selectAudio(trx, voicemailId);
  if (sealed === null) return null;
  await recordAudit(trx, {
    ...by,
    action: 'voicemail.listened',
    subject: { kind: 'voicemail', id: voicemailId },
  });
  return openAudio(secrets, trx.clinicId, voicemailId, sealed);
};
