import type { ClinicTransaction } from '../platform/database/database.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { announce } from '../platform/live-updates.ts';
import { clearTakesSms } from './number-owners.store.ts';

/** The carrier says that no text message can reach this number (a landline, or nobody's): none is tried any more. */
export const stopSmsToNumber = async (
  trx: ClinicTransaction,
  number: string,
  at: Temporal.Instant,
): Promise<void> => {
  for (const patientId of await clearTakesSms(trx, number)) {
    const subject = { kind: 'patient', id: patientId };
    await recordAudit(trx, { userId: null, at, action: 'patient.number-takes-no-sms', subject });
    await announce(trx, 'patients', patientId);
  }
};
