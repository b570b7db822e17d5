import { recordAudit } from '../audit/record-audit.ts';
import { seenSince } from '../audit/seen-since.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** A page that is open reads its call again with every change: that is one look, not many. */
const oneLook = { minutes: 30 };

/** Notes who saw a call with the person in it. */
export const noteOpened = async (
  trx: ClinicTransaction,
  callId: string,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<void> => {
  const action = 'call.opened';
  const since = now.subtract(oneLook);
  if (await seenSince(trx, { action, subjectId: callId, userId, since })) return;
  await recordAudit(trx, { userId, action, subject: { kind: 'call', id: callId }, at: now });
};
