import type { Database } from '../platform/database/database.ts';
import { updateAdministrator } from './accounts.store.ts';

/**
 * Lets an account change what belongs to the whole installation, or takes that away.
 * @returns false when there is no such account
 */
export const grantAdministration = (
  database: Database,
  email: string,
  isAdministrator: boolean,
): Promise<boolean> => updateAdministrator(database, email.trim().toLowerCase(), isAdministrator);
