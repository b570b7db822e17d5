import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Transaction } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import { deleteLinksOf, selectPasswordHash, takeLink, updatePasswordHash } from './account-links.store.ts';
import { openLink } from './link-seal.ts';
import { deleteSessionsOf } from './sessions.store.ts';

/** Whether this is the account's password now. */
export const passwordHolds = async (
  database: Database | Transaction<DB>,
  userId: string,
  password: string,
): Promise<boolean> => {
  const hash = await selectPasswordHash(database, userId);
  return hash !== null && verifyPassword({ hash, password });
};

/** Somebody who is signed in. Every other session ends, and every link: whoever knew the old password is out. */
export const changePassword = async (
  database: Database,
  account: { id: string; sessionId: string },
  passwords: { current: string; next: string },
): Promise<'done' | 'wrong-password'> => {
  if (!(await passwordHolds(database, account.id, passwords.current))) return 'wrong-password';
  const hash = await hashPassword(passwords.next);
  await database.transaction().execute(async (trx) => {
    await updatePasswordHash(trx, account.id, hash);
    await deleteLinksOf(trx, account.id);
  });
  await deleteSessionsOf(database, account.id, account.sessionId);
  return 'done';
};

/** Somebody with a link from our mail. Works once; every session ends, and every other link. @returns whose it is; null: the link is over */
export const resetPassword = async (
  { database, clock, secret }: { database: Database; clock: Clock; secret: string },
  token: string,
  password: string,
): Promise<string | null> => {
  const [id] = openLink(secret, 'new-password', token) ?? [];
  if (id === undefined) return null;
  const hash = await hashPassword(password);
  const userId = await database.transaction().execute(async (trx) => {
    const link = await takeLink(trx, id, 'new-password', clock.now());
    if (link === null) return null;
    await updatePasswordHash(trx, link.userId, hash);
    await deleteLinksOf(trx, link.userId);
    return link.userId;
  });
  if (userId !== null) await deleteSessionsOf(database, userId, null);
  return userId;
};
