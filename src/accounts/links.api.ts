import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { JobSender } from '../platform/jobs.ts';
import { acceptInvitation, showInvitation } from './accept-invitation.ts';
import { recordAccountChange } from './account-deeds.ts';
import { accessMailJob } from './access-mail-job.ts';
import { confirmEmail } from './change-email.ts';
import { acceptanceSchema, openInvitationSchema } from './rules/access-views.ts';
import { newPasswordSchema } from './rules/password.ts';
import { roleSchema } from './rules/role.ts';
import { resetPassword } from './set-password.ts';

type Dependencies = { database: Database; clock: Clock; secret: string; send: JobSender };

const tags = ['Sign-in'];
const nothing = z.null().describe('done');
const token = z.string().max(300).describe('what stands behind # in the link of the mail');
const exampleToken = '01a1fef8-494d-7d00-a8dd-32e6afc103d2.A2UCyfSPxZFXQn5UqjMXhhz43DBSpjeUFSSH_QujB4Y';
const tokenSchema = z.object({ token }).meta({ examples: [{ token: exampleToken }] });
const config = {
  public: 'Whoever has the link from our mail has no session; the link itself is sealed.',
  rateLimit: { max: 20, timeWindow: 60_000 },
};

const passwordRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/v1/auth/password/forgotten',
      {
        config: { ...config, rateLimit: { max: 5, timeWindow: 60_000 } },
        schema: {
          tags,
          summary: 'Ask for a mail with a link to a new password',
          description: 'Answers alike whether there is such an account or not.',
          security: [],
          body: z
            .object({ email: z.email().max(254) })
            .meta({ examples: [{ email: 'olivia.martin@lakeside.example' }] }),
          response: { 202: z.null().describe('asked') },
        },
      },
      async ({ body }, reply) => {
        const email = body.email.trim().toLowerCase();
        const key = `password ${createHash('sha256').update(email).digest('hex')}`;
        await deps.database
          .transaction()
          .execute((trx) => deps.send(trx, accessMailJob, { mail: 'new-password', email }, { key }));
        return reply.code(202).send(null);
      },
    );

    app.post(
      '/api/v1/auth/password',
      {
        config,
        schema: {
          tags,
          summary: 'Set a new password with the link from the mail; ends every session',
          security: [],
          body: z
            .object({ token, password: newPasswordSchema })
            .meta({ examples: [{ token: exampleToken, password: 'a staple nobody expects' }] }),
          response: { 204: nothing },
        },
      },
      async ({ body }, reply) => {
        const userId = await resetPassword(deps, body.token, body.password);
        if (userId === null) throw new Problem('link-over');
        await recordAccountChange(deps, { userId, action: 'account.password-reset' });
        return reply.code(204).send(null);
      },
    );
  };

/** What links in our mails lead to: a new password, a new address, an invitation. */
export const linksApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(passwordRoutes(deps));

    app.post(
      '/api/v1/auth/email',
      {
        config,
        schema: {
          tags,
          summary: 'Confirm a new e-mail address with the link from the mail',
          security: [],
          body: tokenSchema,
          response: { 204: nothing },
        },
      },
      async ({ body }, reply) => {
        const userId = await confirmEmail(deps, body.token);
        if (userId === null) throw new Problem('link-over');
        await recordAccountChange(deps, { userId, action: 'account.email-changed' });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/v1/auth/invitation',
      {
        config,
        schema: {
          tags,
          summary: 'What a link invites to',
          security: [],
          body: tokenSchema,
          response: { 200: openInvitationSchema },
        },
      },
      async ({ body }) => {
        const found = await showInvitation(deps, body.token);
        if (found === null) throw new Problem('link-over');
        return { ...found, role: roleSchema.parse(found.role) };
      },
    );

    app.post(
      '/api/v1/auth/invitation/accept',
      {
        config,
        schema: {
          tags,
          summary: 'Accept an invitation: with a new account, or the one that the address has',
          security: [],
          body: acceptanceSchema,
          response: { 200: z.object({ email: z.string() }) },
        },
      },
      async ({ body }) => {
        const { token: given, name, password } = body;
        const outcome = await acceptInvitation(deps, given, { name, password });
        if (!outcome.ok) throw new Problem(outcome.why);
        return { email: outcome.email };
      },
    );
  };
