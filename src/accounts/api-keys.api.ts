import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { announce } from '../platform/live-updates.ts';
import { insertKey, revokeKey, selectKeys } from './api-keys.store.ts';
import { hashOfKey, keyPrefix } from './member-of-key.ts';
import { apiKeyViewSchema, newApiKeySchema } from './rules/access-views.ts';
import { scopesOf } from './rules/api-scopes.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['API keys'];
/** Else a key could make itself another one. */
const config = { needs: 'manager', peopleOnly: true } as const;

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api-keys',
      {
        config,
        schema: {
          tags,
          summary: 'Keys with which programs use this clinic’s API',
          response: { 200: z.object({ items: z.array(apiKeyViewSchema) }) },
        },
      },
      async ({ member }) => {
        const rows = await inClinic(database, member.clinicId, (trx) => selectKeys(trx, clock.now()));
        const items = rows.map((row) => ({
          ...row,
          createdAt: row.createdAt.toString(),
          expiresAt: row.expiresAt?.toString() ?? null,
          lastUsedAt: row.lastUsedAt?.toString() ?? null,
        }));
        return { items };
      },
    );

    app.get(
      '/api-keys/scopes',
      {
        config,
        schema: {
          tags,
          summary: 'Scopes that a key can have',
          description: '`<first part of the address>:read` or `:write`; made from the routes there are.',
          response: { 200: z.object({ items: z.array(z.string()) }) },
        },
      },
      async () => ({ items: scopesOf(app.listRoutes()) }),
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api-keys',
      {
        config,
        schema: {
          tags,
          summary: 'Make a key; it is shown this once',
          description: 'It never does more than its maker may at that moment, and stops when they leave.',
          body: newApiKeySchema,
          response: {
            201: z.object({ id: z.uuid(), key: z.string().describe('send it as a bearer token') }),
          },
        },
      },
      async ({ member, body }, reply) => {
        const known = new Set(scopesOf(app.listRoutes()));
        if (!body.scopes.every((scope) => known.has(scope))) throw new Problem('invalid', 'scopes: unknown');
        const key = keyPrefix + randomBytes(32).toString('base64url');
        const now = clock.now();
        const { expiresInDays: days } = body;
        const id = await inClinic(database, member.clinicId, async (trx) => {
          const made = await insertKey(trx, {
            name: body.name,
            scopes: [...new Set(body.scopes)].sort(),
            hash: hashOfKey(key),
            hint: key.slice(-4),
            createdBy: member.userId,
            createdAt: now,
            expiresAt: days === null ? null : now.add({ hours: days * 24 }),
          });
          await recordAudit(trx, {
            userId: member.userId,
            action: 'api-key.created',
            subject: { kind: 'api-key', id: made },
            detail: { name: body.name },
            at: now,
          });
          return made;
        });
        return reply.code(201).header('cache-control', 'no-store').send({ id, key });
      },
    );

    app.delete(
      '/api-keys/:apiKeyId',
      {
        config,
        schema: {
          tags,
          summary: 'Revoke a key',
          params: z.object({ apiKeyId: z.uuid() }),
          response: { 204: z.null().describe('revoked') },
        },
      },
      async ({ member, params: { apiKeyId } }, reply) => {
        const now = clock.now();
        const revoked = await inClinic(database, member.clinicId, async (trx) => {
          const maker = await revokeKey(trx, apiKeyId, now);
          if (maker === null) return false;
          await recordAudit(trx, {
            userId: member.userId,
            action: 'api-key.revoked',
            subject: { kind: 'api-key', id: apiKeyId },
            at: now,
          });
          // What listens with the key falls silent too.
          await announce(trx, 'members', maker);
          return true;
        });
        if (!revoked) throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };

/** Keys for programs, per clinic. */
export const apiKeysApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
