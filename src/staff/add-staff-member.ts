import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertStaffMember } from './staff.store.ts';

/**
 * Puts somebody on the staff who takes general calls in the portal. Where else they take calls is set with the routing.
 * @returns the staff member's id
 */
export const addStaffMember = async (
  trx: ClinicTransaction,
  person: { name: string; email: string; userId: string },
): Promise<string> => {
  const id = randomUUIDv7();
  await insertStaffMember(trx, { id, ...person });
  return id;
};
