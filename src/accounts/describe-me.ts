import { languageSchema } from '../clinics/rules/language.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { selectIsAdministrator, selectMemberships, selectPhoneNumbers } from './accounts.store.ts';
import type { Me } from './rules/account-views.ts';
import { roleSchema } from './rules/role.ts';

/** Who this user is to the portal: the clinics and roles, and whether they answer calls there. */
export const describeMe = async (
  database: Database,
  user: Omit<Me['user'], 'isAdministrator'>,
): Promise<Me> => {
  const memberships = await selectMemberships(database, user.id);
  const clinics = await Promise.all(
    memberships.map(async (clinic) => ({
      id: clinic.id,
      name: clinic.name,
      timeZone: clinic.timeZone,
      role: roleSchema.parse(clinic.role),
      language: languageSchema.parse(clinic.language),
      phoneNumbers: await selectPhoneNumbers(database, clinic.id),
      staffId: await inClinic(database, clinic.id, (trx) => findStaffIdOfUser(trx, user.id)),
    })),
  );
  const isAdministrator = await selectIsAdministrator(database, user.id);
  return { user: { id: user.id, name: user.name, email: user.email, isAdministrator }, clinics };
};
