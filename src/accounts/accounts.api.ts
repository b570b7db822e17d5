import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { askPortalsAgain } from './account-deeds.ts';
import { selectPersonById, selectSessionEnd } from './accounts.store.ts';
import { askEngine } from './ask-engine.ts';
import { describeMe } from './describe-me.ts';
import type { Engine } from './engine.ts';
import { meSchema } from './rules/account-views.ts';
import { selectUserOfSession } from './sessions.store.ts';
import type { Auth } from './sign-in.ts';
import { signInWithCode, signInWithPassword } from './sign-in-with-password.ts';
import { webHeaders } from './web-request.ts';

type Dependencies = { auth: Auth; engine: Engine; database: Database; clock: Clock; log: Log };

const tags = ['Sign-in'];
const reason = 'Signs people in.';
const nothing = z.null().describe('done');
const code = z.string().trim().min(6).max(20).describe('six digits of the authenticator, or a backup code');
const credentialsSchema = z
  .object({ email: z.email().max(254), password: z.string().min(1).max(200) })
  .meta({ examples: [{ email: 'olivia.martin@lakeside.example', password: 'correct horse battery' }] });
const tokenSchema = meSchema.extend({
  token: z.string().describe('send it as `Authorization: Bearer …`'),
  expiresAt: z.iso.datetime(),
});

/** Guesses are counted per account and address: one person who mistypes locks nobody else out. */
const guessesOf = (request: FastifyRequest): string => {
  const { email } = (request.body ?? {}) as { email?: unknown };
  return `${request.ip} ${typeof email === 'string' ? email.trim().toLowerCase() : ''}`;
};
const rateLimit = { max: 15, timeWindow: 60_000, hook: 'preHandler' as const, keyGenerator: guessesOf };

/** The name and value of cookies that were set, as a browser would send them back. */
const asSentBack = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0]).join('; ');

const cookieRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/v1/auth/sign-in',
      {
        schema: {
          tags,
          summary: 'Sign in with a cookie, as browsers do',
          description: '`code`: the password was right; send the second factor to `…/sign-in/code`.',
          security: [],
          body: credentialsSchema,
          response: { 200: z.object({ step: z.enum(['done', 'code']) }) },
        },
        config: { public: reason, rateLimit },
      },
      async (request, reply) => {
        const { step, cookies } = await signInWithPassword(deps, request, request.body);
        reply.header('set-cookie', cookies).header('cache-control', 'no-store');
        return { step };
      },
    );

    app.post(
      '/api/v1/auth/sign-in/code',
      {
        schema: {
          tags,
          summary: 'Finish signing in with the second factor',
          security: [],
          body: z.object({ code }).meta({ examples: [{ code: '492039' }] }),
          response: { 204: nothing },
        },
        config: { public: reason },
      },
      async (request, reply) => {
        const { cookies } = await signInWithCode(deps, request, request.body.code);
        return reply.header('set-cookie', cookies).code(204).send(null);
      },
    );

    app.post(
      '/api/v1/auth/sign-out',
      {
        schema: { tags, summary: 'End this session', security: [], response: { 204: nothing } },
        config: { public: 'Whoever is not signed in is signed out already.' },
      },
      async (request, reply) => {
        const session = await askEngine(deps.log, () =>
          deps.auth.api.getSession({ headers: webHeaders(request), query: { disableRefresh: true } }),
        );
        const { cookies } = await deps.engine(request, '/sign-out', {});
        if (session) await askPortalsAgain(deps, session.user.id);
        return reply.header('set-cookie', cookies).code(204).send(null);
      },
    );
  };

const tokenRoute =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/v1/auth/token',
      {
        schema: {
          tags,
          summary: 'Get a bearer token',
          description: 'Programs that serve a clinic rather than a person use an API key instead.',
          security: [],
          body: credentialsSchema.extend({ code: code.optional() }).meta({
            examples: [
              { email: 'olivia.martin@lakeside.example', password: 'correct horse battery', code: '492039' },
            ],
          }),
          response: { 200: tokenSchema },
        },
        config: { public: reason, rateLimit },
      },
      async (request, reply) => {
        const { code: given, ...credentials } = request.body;
        const first = await signInWithPassword(deps, request, credentials);
        if (first.step === 'code' && given === undefined) throw new Problem('code-needed');
        const { token } =
          first.step === 'done'
            ? first
            : await signInWithCode(deps, request, given!, asSentBack(first.cookies));
        const expiresAt = await selectSessionEnd(deps.database, token);
        const userId = await selectUserOfSession(deps.database, token);
        if (!expiresAt || userId === null) throw new Problem('wrong-credentials');
        const person = await selectPersonById(deps.database, userId);
        if (person === null) throw new Problem('wrong-credentials');
        reply.header('cache-control', 'no-store');
        return { ...(await describeMe(deps.database, person)), token, expiresAt: expiresAt.toString() };
      },
    );
  };

/** Signing in, by cookie or by token, and who is signed in. */
export const accountsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(cookieRoutes(deps));
    await app.register(tokenRoute(deps));

    app.get(
      '/api/v1/me',
      {
        config: { ofAccount: true },
        schema: { tags, summary: 'Who is signed in', response: { 200: meSchema } },
      },
      async (request, reply) => {
        const { headers, response: session } = await askEngine(deps.log, () =>
          deps.auth.api.getSession({ headers: webHeaders(request), returnHeaders: true }),
        );
        if (!session) throw new Problem('signed-out');
        const cookies = headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        reply.header('cache-control', 'no-store');
        const person = await selectPersonById(deps.database, session.user.id);
        if (person === null) throw new Problem('signed-out');
        return describeMe(deps.database, person);
      },
    );
  };
