import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { selectUserIdOfStaff, updateAsLeft } from './staff.store.ts';

/**
 * Somebody answers calls here no more. Past calls keep the name; what was given to them is for everybody again.
 * @param release gives back what conversations had assigned to them
 */
export const letStaffGo = async (
  trx: ClinicTransaction,
  staffId: string,
  by: { userId: string; at: Temporal.Instant },
  release: (trx: ClinicTransaction, staffId: string) => Promise<void>,
): Promise<boolean> => {
  if (!(await updateAsLeft(trx, staffId, by.at))) return false;
  await release(trx, staffId);
  await recordAudit(trx, {
    userId: by.userId,
    action: 'staff.left',
    subject: { kind: 'staff', id: staffId },
    at: by.at,
  });
  await announce(trx, 'staff', staffId);
  return true;
};

/** Whether a staff entry is tied to an account; null: there is no such entry. */
export const findUserOfStaff = (
  trx: ClinicTransaction,
  staffId: string,
): Promise<{ userId: string | null } | null> => selectUserIdOfStaff(trx, staffId);
