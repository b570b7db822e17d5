import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { Secrets } from '../platform/secrets.ts';
import { openText, sealText } from './sealed-content.ts';
import { lockTexts, saveCorrection } from './transcript.store.ts';

type Correction = {
  /** null: the text as it was recognised again */
  text: string | null;
  /** when the correction was made that this one was written over; null: over the original */
  over: Temporal.Instant | null;
};

const sameInstant = (one: Temporal.Instant | null, other: Temporal.Instant | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

/**
 * Puts a transcript right. The original stays beside it, sealed like it. Writing what stands there already changes
 * nothing; `changed-meanwhile` means that somebody else corrected it after it was read.
 */
export const correctTranscript = async (
  trx: ClinicTransaction,
  voicemailId: string,
  { text, over }: Correction,
  { secrets, userId, at }: { secrets: Secrets; userId: string; at: Temporal.Instant },
): Promise<'done' | 'no-such-voicemail' | 'changed-meanwhile'> => {
  const texts = await lockTexts(trx, voicemailId);
  if (texts === null) return 'no-such-voicemail';
  const open = (kind: 'transcript' | 'corrected', sealed: Buffer | null) =>
    sealed === null ? null : openText(secrets, kind, trx.clinicId, voicemailId, sealed);
  const original = open('transcript', texts.transcript);
  const wanted = text === original ? null : text;
  if (wanted === open('corrected', texts.corrected)) return 'done';
  if (!sameInstant(texts.correctedAt, over)) return 'changed-meanwhile';

  const sealed = wanted === null ? null : sealText(secrets, 'corrected', trx.clinicId, voicemailId, wanted);
  await saveCorrection(trx, voicemailId, sealed === null ? null : { sealed, userId, at });
  const subject = { kind: 'voicemail', id: voicemailId };
  const detail = { original: wanted === null };
  await recordAudit(trx, { userId, at, subject, action: 'voicemail.transcript-changed', detail });
  await announce(trx, 'voicemails', voicemailId);
  return 'done';
};
