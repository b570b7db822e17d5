import { hashPassword } from 'better-auth/crypto';
import type { Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.ts';
import { insertUser } from './accounts.store.ts';

/**
 * Makes an account that can sign in with e-mail address and password. There is no sign-up over the API.
 * @returns the user's id
 */
export const createAccount = async (
  trx: Transaction<DB>,
  account: { name: string; email: string; password: string },
): Promise<string> =>
  insertUser(trx, {
    name: account.name,
    email: account.email.trim().toLowerCase(),
    passwordHash: await hashPassword(account.password),
  });
