import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { isStaff, updateConversation, type ConversationChange } from './inbox.store.ts';

/** Opens, closes, assigns a conversation, or marks it read. Asking for what is so already changes and records nothing. */
export const changeConversation = async (
  trx: ClinicTransaction,
  id: string,
  change: ConversationChange,
  by: { userId: string; at: Temporal.Instant },
): Promise<'done' | 'no-such-conversation' | 'no-such-staff'> => {
  const { assignedTo } = change;
  if (typeof assignedTo === 'string' && !(await isStaff(trx, assignedTo))) return 'no-such-staff';
  const changed = await updateConversation(trx, id, change);
  if (changed === null) return 'no-such-conversation';
  const subject = { kind: 'conversation', id };
  if (changed.status)
    await recordAudit(trx, {
      ...by,
      subject,
      action: 'conversation.status-changed',
      detail: { status: change.status ?? null },
    });
  if (changed.assignedTo)
    await recordAudit(trx, {
      ...by,
      subject,
      action: 'conversation.assigned',
      detail: { staffId: assignedTo ?? null },
    });
  if (changed.status || changed.assignedTo || changed.read) await announce(trx, 'messages', id);
  return 'done';
};
