import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { VoicemailStatus } from './rules/voicemail-views.ts';
import { findState, setAssignee, setStatus, staffExists } from './voicemail.store.ts';

export type VoicemailChange = {
  status?: VoicemailStatus | undefined;
  /** null: nobody's any more */
  assignedTo?: string | null | undefined;
};

/** Marks a voicemail or gives it to somebody. Asking for what is so already changes, records and announces nothing. */
export const changeVoicemail = async (
  trx: ClinicTransaction,
  voicemailId: string,
  { status, assignedTo }: VoicemailChange,
  by: { userId: string; at: Temporal.Instant },
): Promise<'done' | 'no-such-voicemail' | 'no-such-staff'> => {
  const voicemail = await findState(trx, voicemailId);
  if (voicemail === null || voicemail.binned || voicemail.deleted) return 'no-such-voicemail';
  if (typeof assignedTo === 'string' && !(await staffExists(trx, assignedTo))) return 'no-such-staff';

  const subject = { kind: 'voicemail', id: voicemailId };
  const marked = status !== undefined && (await setStatus(trx, voicemailId, status));
  if (marked) await recordAudit(trx, { ...by, subject, action: 'voicemail.marked', detail: { status } });
  const assigned = assignedTo !== undefined && (await setAssignee(trx, voicemailId, assignedTo));
  if (assigned)
    await recordAudit(trx, { ...by, subject, action: 'voicemail.assigned', detail: { staffId: assignedTo } });
  if (marked || assigned) await announce(trx, 'voicemails', voicemailId);
  return 'done';
};
