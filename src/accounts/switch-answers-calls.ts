import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { addStaffMember } from '../staff/add-staff-member.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { letStaffGo } from '../staff/let-staff-go.ts';
import { selectPersonById } from './accounts.store.ts';
import { lockRoles, selectRoleOf } from './members.store.ts';

type Change = {
  answersCalls: boolean;
  by: { userId: string; at: Temporal.Instant };
  /** gives back what conversations had assigned to them */
  release: (trx: ClinicTransaction, staffId: string) => Promise<void>;
};

/** Puts a member on the staff who takes calls, or off it; the access stays. Twice is as good as once. */
export const switchAnswersCalls = async (
  trx: ClinicTransaction,
  userId: string,
  { answersCalls, by, release }: Change,
): Promise<'done' | 'not-found'> => {
  await lockRoles(trx);
  const person = (await selectRoleOf(trx, userId)) === null ? null : await selectPersonById(trx, userId);
  if (person === null) return 'not-found';
  const staffId = await findStaffIdOfUser(trx, userId);
  if (answersCalls === (staffId !== null)) return 'done';
  if (staffId !== null) {
    await letStaffGo(trx, staffId, by, release);
  } else {
    const id = await addStaffMember(trx, { name: person.name, email: person.email, userId });
    await recordAudit(trx, { ...by, action: 'staff.added', subject: { kind: 'staff', id } });
  }
  await announce(trx, 'members', userId);
  return 'done';
};
