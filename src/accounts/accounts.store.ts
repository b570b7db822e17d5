import { randomUUIDv7 } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import type { Role } from './rules/role.ts';

type Row = {
  id: string;
  name: string;
  timeZone: string;
  language: string;
  role: string;
  twoFactorRequired: boolean;
};

export const selectMemberships = (database: Kysely<DB>, userId: string): Promise<Row[]> =>
  database
    .selectFrom('clinic_members')
    .innerJoin('clinics', 'clinics.id', 'clinic_members.clinic_id')
    .select([
      'clinics.id',
      'clinics.name',
      'clinics.time_zone as timeZone',
      'clinics.language',
      'clinics.two_factor_required as twoFactorRequired',
      'clinic_members.role',
    ])
    .where('clinic_members.user_id', '=', userId)
    .orderBy('clinics.name')
    .execute();

export type Membership = { role: string; lastSeenAt: Temporal.Instant | null; twoFactorRequired: boolean };

export const selectMembership = async (
  database: Database,
  userId: string,
  clinicId: string,
): Promise<Membership | null> => {
  const row = await database
    .selectFrom('clinic_members as member')
    .innerJoin('clinics', 'clinics.id', 'member.clinic_id')
    .select([
      'member.role',
      'member.last_seen_at as lastSeenAt',
      'clinics.two_factor_required as twoFactorRequired',
    ])
    .where('member.user_id', '=', userId)
    .where('member.clinic_id', '=', clinicId)
    .executeTakeFirst();
  return row ?? null;
};

export const updateLastSeen = async (
  database: Database,
  userId: string,
  clinicId: string,
  now: Temporal.Instant,
): Promise<void> => {
  await database
    .updateTable('clinic_members')
    .set({ last_seen_at: now })
    .where('user_id', '=', userId)
    .where('clinic_id', '=', clinicId)
    .execute();
};

export const selectPhoneNumbers = async (database: Database, clinicId: string): Promise<string[]> => {
  const rows = await database
    .selectFrom('clinic_phone_numbers')
    .select('phone_number')
    .where('clinic_id', '=', clinicId)
    .orderBy('created_at')
    .orderBy('phone_number')
    .execute();
  return rows.map((row) => row.phone_number);
};

export const insertUser = async (
  trx: Transaction<DB>,
  user: { name: string; email: string; passwordHash: string },
): Promise<string> => {
  const id = randomUUIDv7();
  await trx
    .insertInto('users')
    .values({ id, name: user.name, email: user.email, email_verified: true })
    .execute();
  // The shape that better-auth's e-mail sign-in looks for: provider "credential", the user's own id as account.
  await trx
    .insertInto('credentials')
    .values({
      id: randomUUIDv7(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: user.passwordHash,
    })
    .execute();
  return id;
};

export const upsertMember = async (trx: ClinicTransaction, userId: string, role: Role): Promise<void> => {
  await trx
    .insertInto('clinic_members')
    .values({ id: randomUUIDv7(), clinic_id: trx.clinicId, user_id: userId, role })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'user_id']).doUpdateSet({ role }))
    .execute();
};

export const selectSessionEnd = async (
  database: Database,
  token: string,
): Promise<Temporal.Instant | null> => {
  const row = await database
    .selectFrom('sessions')
    .select('expires_at')
    .where('token', '=', token)
    .where('expires_at', '>', sql<Temporal.Instant>`now()`)
    .executeTakeFirst();
  return row?.expires_at ?? null;
};

export const selectIsAdministrator = async (database: Kysely<DB>, userId: string): Promise<boolean> => {
  const row = await database
    .selectFrom('users')
    .select('installation_admin')
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.installation_admin ?? false;
};

export const updateAdministrator = async (
  database: Database,
  email: string,
  isAdministrator: boolean,
): Promise<boolean> => {
  const { numUpdatedRows } = await database
    .updateTable('users')
    .set({ installation_admin: isAdministrator })
    .where('email', '=', email)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Makes this account look after the installation, where nobody does so far. */
export const makeFirstAdministrator = async (trx: ClinicTransaction, userId: string): Promise<void> => {
  await sql`
    UPDATE users SET installation_admin = true
    WHERE id = ${userId} AND NOT EXISTS (SELECT 1 FROM users WHERE installation_admin)`.execute(trx);
};

export const selectPersonById = async (
  database: Kysely<DB>,
  id: string,
): Promise<{ id: string; name: string; email: string; language: string | null; twoFactor: boolean } | null> =>
  (await database
    .selectFrom('users')
    .select(['id', 'name', 'email', 'language', 'two_factor_enabled as twoFactor'])
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

export const selectMemberByEmail = async (trx: ClinicTransaction, email: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('clinic_members')
    .innerJoin('users', 'users.id', 'clinic_members.user_id')
    .select('users.id')
    .where('clinic_members.clinic_id', '=', trx.clinicId)
    .where('users.email', '=', email)
    .executeTakeFirst();
  return row?.id ?? null;
};
