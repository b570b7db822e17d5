import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertStaffMember } from './staff.store.ts';

export type NewStaffMember = {
  name: string;
  title?: string | null;
  email: string | null;
  /** null: has no account, and answers by telephone only */
  userId: string | null;
  /** E.164 */
  phoneNumber?: string | null;
};

/**
 * Puts somebody on the staff who takes general calls, in the portal with an account, on the telephone with a number.
 * Where else they take calls is set with the routing.
 * @returns the staff member's id
 */
export const addStaffMember = async (trx: ClinicTransaction, person: NewStaffMember): Promise<string> => {
  const id = randomUUIDv7();
  await insertStaffMember(trx, { title: null, phoneNumber: null, ...person, id });
  await announce(trx, 'staff', id);
  return id;
};
