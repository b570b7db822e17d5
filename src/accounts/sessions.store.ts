import type { Database } from '../platform/database/database.ts';

export type SessionRow = {
  id: string;
  userAgent: string | null;
  createdAt: Temporal.Instant;
  lastUsedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

export const selectSessions = (
  database: Database,
  userId: string,
  now: Temporal.Instant,
): Promise<SessionRow[]> =>
  database
    .selectFrom('sessions')
    .select([
      'id',
      'user_agent as userAgent',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** @returns whether there was one */
export const deleteSession = async (database: Database, userId: string, id: string): Promise<boolean> => {
  const gone = await database
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
};

/** @param except the session that goes on; null: none */
export const deleteSessionsOf = async (
  database: Database,
  userId: string,
  except: string | null,
): Promise<void> => {
  await database
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .$if(except !== null, (query) => query.where('id', '<>', except))
    .execute();
};

export const deleteSessionByToken = async (database: Database, token: string): Promise<void> => {
  await database.deleteFrom('sessions').where('token', '=', token).execute();
};

export const selectUserOfSession = async (database: Database, token: string): Promise<string | null> => {
  const row = await database
    .selectFrom('sessions')
    .select('user_id')
    .where('token', '=', token)
    .executeTakeFirst();
  return row?.user_id ?? null;
};

export const touchSession = async (database: Database, id: string, now: Temporal.Instant): Promise<void> => {
  await database.updateTable('sessions').set({ last_used_at: now }).where('id', '=', id).execute();
};

/** Longer than any code holds. */
const rememberedMinutes = 5;

/** @returns false when this code was used before */
export const claimCode = async (
  database: Database,
  userId: string,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  await database
    .deleteFrom('used_codes')
    .where('user_id', '=', userId)
    .where('used_at', '<', now.subtract({ minutes: rememberedMinutes }))
    .execute();
  const { numInsertedOrUpdatedRows: inserted } = await database
    .insertInto('used_codes')
    .values({ user_id: userId, code, used_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'code']).doNothing())
    .executeTakeFirstOrThrow();
  return inserted === 1n;
};
