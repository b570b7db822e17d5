import { languageSchema } from '../clinics/rules/language.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { selectIsAdministrator, selectMemberships, selectPhoneNumbers } from './accounts.store.ts';
import type { Me } from './rules/account-views.ts';
import { roleSchema } from './rules/role.ts';

/** Who this user is to the portal: the clinics and roles, and whether they answer calls there. */
export const describeMe = async (
  database: Database,
  user: Omit<Me['user'], 'isAdministrator' | 'language'> & { language: string | null },
): Promise<Me> => {
  const memberships = await selectMemberships(database, user.id);
  const clinics = await Promise.all(
    memberships.map(async (clinic) => ({
      id: clinic.id,
      name: clinic.name,
      timeZone: clinic.timeZone,
      role: roleSchema.parse(clinic.role),
      twoFactorNeeded: clinic.twoFactorRequired && !user.twoFactor,
      language: languageSchema.parse(clinic.language),
      phoneNumbers: await selectPhoneNumbers(database, clinic.id),
      staffId: await inClinic(database, clinic.id, (trx) => findStaffIdOfUser(trx, user.id)),
    })),
  );
  const isAdministrator = await selectIsAdministrator(database, user.id);
  const { id, name, email, twoFactor } = user;
  const language = languageSchema.nullable().parse(user.language);
  return { user: { id, name, email, twoFactor, language, isAdministrator }, clinics };
};
