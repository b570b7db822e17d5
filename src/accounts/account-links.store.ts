import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';

type Purpose = 'new-password' | 'new-email';
export type AccountLink = { id: string; userId: string; email: string };

/** A newer link ends the older ones of the same purpose. @returns its id */
export const replaceLink = async (
  trx: Transaction<DB>,
  link: { userId: string; purpose: Purpose; email: string; expiresAt: Temporal.Instant },
): Promise<string> => {
  await trx
    .deleteFrom('account_links')
    .where('user_id', '=', link.userId)
    .where('purpose', '=', link.purpose)
    .execute();
  const id = randomUUIDv7();
  await trx
    .insertInto('account_links')
    .values({
      id,
      user_id: link.userId,
      purpose: link.purpose,
      email: link.email,
      expires_at: link.expiresAt,
    })
    .execute();
  return id;
};

/** Takes the link away: of two who use it at once one gets it. */
export const takeLink = async (
  trx: Transaction<DB>,
  id: string,
  purpose: Purpose,
  now: Temporal.Instant,
): Promise<AccountLink | null> => {
  const row = await trx
    .deleteFrom('account_links')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .returning(['id', 'user_id as userId', 'email', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row === undefined || Temporal.Instant.compare(row.expiresAt, now) <= 0 ? null : row;
};

/** Whatever links somebody still has: who has changed how they sign in must not be undone by an older mail. */
export const deleteLinksOf = async (database: Database | Transaction<DB>, userId: string): Promise<void> => {
  await database.deleteFrom('account_links').where('user_id', '=', userId).execute();
};

export type PersonForMail = { id: string; name: string; email: string; language: string };

/** With the language of the person, or else that of a clinic of theirs. */
export const selectPersonByEmail = async (
  database: Database | Transaction<DB>,
  email: string,
): Promise<PersonForMail | null> => {
  const row = await database
    .selectFrom('users')
    .select((eb) => [
      'users.id',
      'users.name',
      'users.email',
      eb.fn
        .coalesce(
          'users.language',
          eb
            .selectFrom('clinic_members')
            .innerJoin('clinics', 'clinics.id', 'clinic_members.clinic_id')
            .select('clinics.language')
            .whereRef('clinic_members.user_id', '=', 'users.id')
            .orderBy('clinic_members.created_at')
            .limit(1),
          eb.val('en'),
        )
        .as('language'),
    ])
    .where('users.email', '=', email)
    .executeTakeFirst();
  return row ?? null;
};

export const selectPasswordHash = async (
  database: Database | Transaction<DB>,
  userId: string,
): Promise<string | null> => {
  const row = await database
    .selectFrom('credentials')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
};

export const updatePasswordHash = async (
  database: Database | Transaction<DB>,
  userId: string,
  hash: string,
): Promise<void> => {
  await database
    .updateTable('credentials')
    .set({ password: hash })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
};

/** @returns false when somebody else has this address */
export const updateEmail = async (trx: Transaction<DB>, userId: string, email: string): Promise<boolean> => {
  const taken = await trx
    .selectFrom('users')
    .select('id')
    .where('email', '=', email)
    .where('id', '<>', userId)
    .executeTakeFirst();
  if (taken) return false;
  await trx.updateTable('users').set({ email, email_verified: true }).where('id', '=', userId).execute();
  return true;
};

export const updateUser = async (
  database: Database,
  userId: string,
  changes: { name?: string | undefined; language?: string | null | undefined },
): Promise<void> => {
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return;
  await database.updateTable('users').set(set).where('id', '=', userId).execute();
};
