import type { ClinicTransaction } from '../platform/database/database.ts';
import { upsertMember } from './accounts.store.ts';
import type { Role } from './rules/role.ts';

/** Gives an account a role in this clinic, or another role than before. */
export const addMember = (trx: ClinicTransaction, userId: string, role: Role): Promise<void> =>
  upsertMember(trx, userId, role);
