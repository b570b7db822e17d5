import { recordAudit } from '../audit/record-audit.ts';
import { seenSince } from '../audit/seen-since.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** Looking at one page for a while, with live updates, is one look and not fifty. */
const oneLook = { minutes: 15 };

/** Notes that somebody saw this person's record. */
export const recordView = async (
  trx: ClinicTransaction,
  patientId: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<void> => {
  const action = 'patient.seen';
  const since = by.at.subtract(oneLook);
  if (await seenSince(trx, { action, subjectId: patientId, userId: by.userId, since })) return;
  await recordAudit(trx, { ...by, action, subject: { kind: 'patient', id: patientId } });
};
