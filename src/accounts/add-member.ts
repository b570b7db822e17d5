import type { ClinicTransaction } from '../platform/database/database.ts';
import { makeFirstAdministrator, upsertMember } from './accounts.store.ts';
import type { Role } from './rules/role.ts';

/**
 * Gives an account a role in this clinic, or another role than before. The first owner of an installation also looks
 * after the installation.
 */
export const addMember = async (trx: ClinicTransaction, userId: string, role: Role): Promise<void> => {
  await upsertMember(trx, userId, role);
  if (role === 'owner') await makeFirstAdministrator(trx, userId);
};
