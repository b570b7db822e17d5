import { recordAudit } from '../../audit/record-audit.ts';
import { seenSince } from '../../audit/seen-since.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';

/** A page that is open reads its conversation again with every message: that is one look, not many. */
const oneLook = { minutes: 30 };

/** Notes who read what somebody wrote. */
export const noteOpened = async (
  trx: ClinicTransaction,
  conversationId: string,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<void> => {
  const action = 'conversation.opened';
  const question = { action, subjectId: conversationId, userId, since: now.subtract(oneLook) };
  if (await seenSince(trx, question)) return;
  await recordAudit(trx, { userId, action, subject: { kind: 'conversation', id: conversationId }, at: now });
};
