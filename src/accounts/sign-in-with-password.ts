import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { recordOnAccount } from './account-deeds.ts';
import { claimCode, deleteSessionByToken, selectUserOfSession } from './sessions.store.ts';
import type { Engine, EngineAnswer } from './engine.ts';

type Dependencies = { database: Database; clock: Clock; engine: Engine };
type Credentials = { email: string; password: string };

/** Signed in, or the password was right and the code of the second factor is still to come. */
export type SignInResult =
  | { step: 'done'; token: string; cookies: string[] }
  | { step: 'code'; cookies: string[] };

export const signInWithPassword = async (
  deps: Dependencies,
  request: FastifyRequest,
  credentials: Credentials,
): Promise<SignInResult> => {
  const { data, cookies } = await deps.engine(request, '/sign-in/email', credentials);
  if (data['twoFactorRedirect'] === true) return { step: 'code', cookies };
  const token = String(data['token']);
  const userId = await selectUserOfSession(deps.database, token);
  if (userId !== null) await recordOnAccount(deps, { userId, action: 'account.signed-in' });
  return { step: 'done', token, cookies };
};

/** The six digits of an authenticator, or one of the backup codes. */
const pathOf = (code: string): string =>
  /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';

/**
 * The second step. The engine would take the digits a second time while they hold, for whoever looked over a shoulder:
 * each is taken once.
 * @param cookie where the first step was remembered, when it was not in this browser
 */
export const signInWithCode = async (
  deps: Dependencies,
  request: FastifyRequest,
  code: string,
  cookie?: string,
): Promise<EngineAnswer & { token: string }> => {
  const { engine, database, clock } = deps;
  const answer = await engine(request, pathOf(code), { code: code.trim() }, cookie);
  const token = String(answer.data['token']);
  const userId = await selectUserOfSession(database, token);
  const used = createHash('sha256').update(code).digest('hex');
  if (userId === null || !(await claimCode(database, userId, used, clock.now()))) {
    await deleteSessionByToken(database, token);
    throw new Problem('wrong-code');
  }
  await recordOnAccount(deps, { userId, action: 'account.signed-in' });
  return { ...answer, token };
};
