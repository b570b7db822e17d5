import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { languageSchema } from '../clinics/rules/language.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { JobSender } from '../platform/jobs.ts';
import { askPortalsAgain, recordAccountChange } from './account-deeds.ts';
import { updateUser } from './account-links.store.ts';
import { askForNewEmail } from './change-email.ts';
import type { Engine } from './engine.ts';
import { requireAccount } from './require-account.ts';
import { enrolmentSchema, sessionViewSchema } from './rules/access-views.ts';
import { newPasswordSchema } from './rules/password.ts';
import { deleteSession, deleteSessionsOf, selectSessions } from './sessions.store.ts';
import { changePassword, passwordHolds } from './set-password.ts';
import type { SignedIn } from './signed-in.ts';

type Dependencies = {
  database: Database;
  clock: Clock;
  engine: Engine;
  signedIn: SignedIn;
  send: JobSender;
  secret: string;
};

const tags = ['My account'];
const nothing = z.null().describe('done');
const password = z.string().min(1).max(200);
const passwordSchema = z.object({ password }).meta({ examples: [{ password: 'correct horse battery' }] });
/** Somebody at an unlocked computer could try passwords. */
const rateLimit = {
  max: 10,
  timeWindow: 60_000,
  hook: 'preHandler' as const,
  keyGenerator: ({ account }: FastifyRequest) => account.id,
};

const profileRoutes =
  ({ database, clock, send, secret }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.patch(
      '',
      {
        schema: {
          tags,
          summary: 'Change my name or the language of mails to me',
          body: z
            .object({
              name: z.string().trim().min(1).max(120).optional(),
              language: languageSchema.nullable().optional().describe('null: the clinic’s'),
            })
            .meta({ examples: [{ name: 'Olivia Martin', language: 'de' }] }),
          response: { 204: nothing },
        },
      },
      async ({ account, body }, reply) => {
        await updateUser(database, account.id, body);
        await askPortalsAgain({ database, clock }, account.id);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/password',
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: 'Change my password; ends all my other sessions',
          body: z
            .object({ current: password, next: newPasswordSchema })
            .meta({ examples: [{ current: 'correct horse battery', next: 'a staple nobody expects' }] }),
          response: { 204: nothing },
        },
      },
      async ({ account, body }, reply) => {
        const outcome = await changePassword(database, account, body);
        if (outcome !== 'done') throw new Problem(outcome);
        await recordAccountChange(
          { database, clock },
          { userId: account.id, action: 'account.password-changed' },
        );
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/email',
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: 'Ask for another e-mail address; a link goes there',
          body: z
            .object({ email: z.email().max(254), password })
            .meta({ examples: [{ email: 'olivia@lakeside.example', password: 'correct horse battery' }] }),
          response: { 202: z.null().describe('asked') },
        },
      },
      async ({ account, body }, reply) => {
        if (!(await passwordHolds(database, account.id, body.password))) throw new Problem('wrong-password');
        await askForNewEmail({ database, clock, secret, send }, account.id, body.email.trim().toLowerCase());
        return reply.code(202).send(null);
      },
    );
  };

const sessionRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/sessions',
      {
        schema: {
          tags,
          summary: 'Where I am signed in',
          response: { 200: z.object({ items: z.array(sessionViewSchema) }) },
        },
      },
      async ({ account }) => {
        const rows = await selectSessions(database, account.id, clock.now());
        const items = rows.map(({ id, userAgent, createdAt, lastUsedAt, expiresAt }) => ({
          id,
          device: userAgent,
          startedAt: createdAt.toString(),
          lastUsedAt: lastUsedAt.toString(),
          expiresAt: expiresAt.toString(),
          current: id === account.sessionId,
        }));
        return { items };
      },
    );

    app.delete(
      '/sessions/:sessionId',
      {
        schema: {
          tags,
          summary: 'End one of my sessions',
          params: z.object({ sessionId: z.uuid() }),
          response: { 204: nothing },
        },
      },
      async ({ account, params }, reply) => {
        if (!(await deleteSession(database, account.id, params.sessionId))) throw new Problem('not-found');
        await recordAccountChange(
          { database, clock },
          { userId: account.id, action: 'account.session-ended' },
        );
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/sessions',
      { schema: { tags, summary: 'End all my sessions but this one', response: { 204: nothing } } },
      async ({ account }, reply) => {
        await deleteSessionsOf(database, account.id, account.sessionId);
        await recordAccountChange(
          { database, clock },
          { userId: account.id, action: 'account.session-ended' },
        );
        return reply.code(204).send(null);
      },
    );
  };

const twoFactorRoutes =
  ({ engine, database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    /** The engine exchanges the session when the second factor changes: the new one goes along. */
    const pass = async (request: FastifyRequest, reply: FastifyReply, path: string, body: object) => {
      const { data, cookies } = await engine(request, path, body);
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      reply.header('cache-control', 'no-store');
      return data;
    };

    const record = (request: FastifyRequest, deed: { action: string }): Promise<void> =>
      recordAccountChange({ database, clock }, { userId: request.account.id, ...deed });

    app.post(
      '/two-factor',
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: 'Begin with two-factor sign-in; it counts when the first code was right',
          body: passwordSchema,
          response: { 200: enrolmentSchema },
        },
      },
      async (request, reply) => {
        const data = await pass(request, reply, '/two-factor/enable', request.body);
        return { uri: String(data['totpURI']), backupCodes: data['backupCodes'] as string[] };
      },
    );

    app.post(
      '/two-factor/confirm',
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: 'Switch two-factor sign-in on, with the first code',
          body: z.object({ code: z.string().regex(/^\d{6}$/) }).meta({ examples: [{ code: '492039' }] }),
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await pass(request, reply, '/two-factor/verify-totp', request.body);
        await record(request, { action: 'account.two-factor-on' });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/two-factor/backup-codes',
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: 'New backup codes; the old ones stop',
          body: passwordSchema,
          response: { 200: enrolmentSchema.pick({ backupCodes: true }) },
        },
      },
      async (request, reply) => {
        const data = await pass(request, reply, '/two-factor/generate-backup-codes', request.body);
        await record(request, { action: 'account.backup-codes-made' });
        return { backupCodes: data['backupCodes'] as string[] };
      },
    );

    app.post(
      '/two-factor/disable',
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: 'Switch two-factor sign-in off',
          body: passwordSchema,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await pass(request, reply, '/two-factor/disable', request.body);
        await record(request, { action: 'account.two-factor-off' });
        return reply.code(204).send(null);
      },
    );
  };

/** `/api/v1/account`: what belongs to the account that asks, in whichever clinic it works. */
export const myAccountApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    requireAccount(app, deps.signedIn);
    await app.register(profileRoutes(deps));
    await app.register(sessionRoutes(deps));
    await app.register(twoFactorRoutes(deps));
  };
