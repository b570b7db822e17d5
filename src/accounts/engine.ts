import type { FastifyRequest } from 'fastify';
import { Problem, type ProblemCode } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { askEngine } from './ask-engine.ts';
import type { Auth } from './sign-in.ts';
import { webHeaders } from './web-request.ts';

export type EngineAnswer = { data: Record<string, unknown>; cookies: string[] };

/** Asks one of better-auth's own routes on behalf of this request, in our words. @throws Problem */
export type Engine = (
  request: FastifyRequest,
  path: string,
  body: object,
  /** instead of the request's own */
  cookie?: string,
) => Promise<EngineAnswer>;

/** better-auth's codes as ours; what is not here keeps its status. */
const codes: Record<string, ProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_PASSWORD: 'wrong-password',
  INVALID_CODE: 'wrong-code',
  INVALID_BACKUP_CODE: 'wrong-code',
  INVALID_TWO_FACTOR_COOKIE: 'signed-out',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-many-requests',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-requests',
  TOTP_ALREADY_ENABLED: 'conflict',
  TOTP_NOT_ENABLED: 'conflict',
  TWO_FACTOR_NOT_ENABLED: 'conflict',
  BACKUP_CODES_NOT_ENABLED: 'conflict',
};
const byStatus: Record<number, ProblemCode> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  429: 'too-many-requests',
};

export const createEngine =
  ({ auth, publicUrl, log }: { auth: Auth; publicUrl: string; log: Log }): Engine =>
  async (request, path, body, cookie) => {
    const headers = webHeaders(request);
    headers.set('content-type', 'application/json');
    if (cookie !== undefined) headers.set('cookie', cookie);
    const asked = new Request(new URL(`/api/auth${path}`, publicUrl), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const answer = await askEngine(log, async () => {
      const given = await auth.handler(asked);
      if (given.status >= 500) throw new Error('sign-in engine');
      return given;
    });
    const data = ((await answer.json().catch(() => null)) ?? {}) as Record<string, unknown>;
    if (answer.ok) return { data, cookies: answer.headers.getSetCookie() };
    throw new Problem(codes[String(data['code'])] ?? byStatus[answer.status] ?? 'invalid');
  };
