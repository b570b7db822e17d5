import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { selectSessionEnd } from './accounts.store.ts';
import { askEngine } from './ask-engine.ts';
import { describeMe } from './describe-me.ts';
import { meSchema } from './rules/account-views.ts';
import type { Auth } from './sign-in.ts';
import { sendWebResponse, webHeaders, webRequest } from './web-request.ts';

type Dependencies = { auth: Auth; database: Database; publicUrl: string; log: Log };

const credentialsSchema = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) });
const tokenSchema = meSchema.extend({
  token: z.string().describe('send it as `Authorization: Bearer …`'),
  expiresAt: z.iso.datetime(),
});

/** Guesses are counted per account and address: one person who mistypes locks nobody else out. */
const guessesOf = (request: FastifyRequest): string => {
  const { email } = (request.body ?? {}) as { email?: unknown };
  return `${request.ip} ${typeof email === 'string' ? email.trim().toLowerCase() : ''}`;
};

const answerOf = async (auth: Auth, request: Request): Promise<Response> => {
  const answer = await auth.handler(request);
  if (answer.status >= 500) throw new Error('sign-in engine');
  return answer;
};

/** Sign-in by cookie (`/api/auth/*`, better-auth) or token, and who is signed in. */
export const accountsApi =
  ({ auth, database, publicUrl, log }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      config: { public: 'Signs people in; what needs a session asks for it.' },
      schema: { hide: true },
      handler: async (request, reply) =>
        sendWebResponse(reply, await askEngine(log, () => answerOf(auth, webRequest(request, publicUrl)))),
    });

    app.post(
      '/api/v1/auth/token',
      {
        schema: {
          tags: ['Sign-in'],
          summary: 'Get a bearer token',
          security: [],
          body: credentialsSchema,
          response: { 200: tokenSchema },
        },
        config: {
          public: 'Signs people in.',
          rateLimit: { max: 15, timeWindow: 60_000, hook: 'preHandler', keyGenerator: guessesOf },
        },
      },
      async (request, reply) => {
        const signedIn = await askEngine(log, () =>
          auth.api.signInEmail({ body: request.body, headers: webHeaders(request) }),
        ).catch((error: { status?: unknown }) => {
          if (error.status === 'UNAUTHORIZED') throw new Problem('wrong-credentials');
          throw error;
        });
        const expiresAt = await selectSessionEnd(database, signedIn.token);
        if (!expiresAt) throw new Problem('wrong-credentials');
        const { id, name, email } = signedIn.user;
        reply.header('cache-control', 'no-store');
        return {
          ...(await describeMe(database, { id, name, email })),
          token: signedIn.token,
          expiresAt: expiresAt.toString(),
        };
      },
    );

    app.get(
      '/api/v1/me',
      {
        config: { ofAccount: true },
        schema: { tags: ['Sign-in'], summary: 'Who is signed in', response: { 200: meSchema } },
      },
      async (request, reply) => {
        const { headers, response: session } = await askEngine(log, () =>
          auth.api.getSession({ headers: webHeaders(request), returnHeaders: true }),
        );
        if (!session) throw new Problem('signed-out');
        const cookies = headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        reply.header('cache-control', 'no-store');
        const { id, name, email } = session.user;
        return describeMe(database, { id, name, email });
      },
    );
  };
