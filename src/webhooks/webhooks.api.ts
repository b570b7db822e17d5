import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addWebhook, changeWebhook, hasWebhook, listWebhooks, removeWebhook } from './keep-webhooks.ts';
import { listDeliveries, replayDelivery } from './replay-delivery.ts';
import { replaySince } from './replay-since.ts';
import {
  deliveryPageSchema,
  deliveryQuerySchema,
  exampleDelivery,
  exampleWebhook,
  newWebhookSchema,
  replayRequestSchema,
  testResultSchema,
  webhookChangeSchema,
  webhookViewSchema,
} from './rules/webhook-views.ts';
import { testWebhook } from './test-webhook.ts';
import type { WebhookDependencies } from './webhook-work.ts';

const tags = ['Webhooks'];
const config = { needs: 'manager' } as const;
const params = z.object({ webhookId: z.uuid() });
const view = webhookViewSchema.meta({ examples: [exampleWebhook] });

const keepingRoutes =
  ({ database, clock, secrets }: WebhookDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/webhooks',
      {
        config,
        schema: {
          tags,
          summary: 'Where other systems hear of events',
          response: { 200: z.object({ webhooks: z.array(view) }) },
        },
      },
      async ({ member }) => ({ webhooks: await inClinic(database, member.clinicId, listWebhooks) }),
    );
    app.post(
      '/webhooks',
      {
        config,
        schema: {
          tags,
          summary: 'Have events sent to an address',
          description:
            'As [Standard Webhooks](https://www.standardwebhooks.com): a POST of `{ type, timestamp, data }`, signed with the secret, which is shown this once. `webhook-id` is the event’s id, the same at every attempt. Anything but a 2xx within 15 seconds is tried again, ten times over three days. An address that answers 410, or at which nothing arrives for five days, is switched off.',
          body: newWebhookSchema,
          response: {
            201: z.object({ webhook: webhookViewSchema, secret: z.string().describe('`whsec_…`') }).meta({
              examples: [{ webhook: exampleWebhook, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }],
            }),
          },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const added = await inClinic(database, member.clinicId, (trx) => addWebhook(trx, body, secrets, by));
        return reply.code(201).header('cache-control', 'no-store').send(added);
      },
    );
    app.patch(
      '/webhooks/:webhookId',
      {
        config,
        schema: {
          tags,
          summary: 'Change a webhook, or switch it on or off',
          params,
          body: webhookChangeSchema,
          response: { 200: view },
        },
      },
      async ({ member, params: { webhookId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        const changed = await inClinic(database, member.clinicId, (trx) =>
          changeWebhook(trx, webhookId, body, by),
        );
        if (changed === null) throw new Problem('not-found');
        return changed;
      },
    );
    app.delete(
      '/webhooks/:webhookId',
      {
        config,
        schema: {
          tags,
          summary: 'Remove a webhook, with what was still to be delivered',
          params,
          response: { 204: z.null().describe('removed') },
        },
      },
      async ({ member, params: { webhookId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const removed = await inClinic(database, member.clinicId, (trx) => removeWebhook(trx, webhookId, by));
        if (!removed) throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };

const deliveryRoutes =
  ({ database, clock, send }: WebhookDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/webhooks/:webhookId/deliveries',
      {
        config,
        schema: {
          tags,
          summary: 'What was sent there, the newest event first',
          params,
          querystring: deliveryQuerySchema,
          response: {
            200: deliveryPageSchema.meta({ examples: [{ deliveries: [exampleDelivery], nextCursor: null }] }),
          },
        },
      },
      async ({ member, params: { webhookId }, query }) =>
        inClinic(database, member.clinicId, async (trx) => {
          if (!(await hasWebhook(trx, webhookId))) throw new Problem('not-found');
          return listDeliveries(trx, webhookId, query);
        }),
    );
    app.post(
      '/webhooks/:webhookId/deliveries/:deliveryId/replay',
      {
        config,
        schema: {
          tags,
          summary: 'Send an event there again',
          params: params.extend({ deliveryId: z.uuid() }),
          response: { 202: z.null().describe('will be sent') },
        },
      },
      async ({ member, params: which }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const done = await inClinic(database, member.clinicId, (trx) => replayDelivery(trx, which, send, by));
        if (!done) throw new Problem('not-found');
        return reply.code(202).send(null);
      },
    );
  };

const tryingRoutes =
  ({ database, clock, secrets, send, isForbidden }: WebhookDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/webhooks/:webhookId/test',
      {
        config,
        schema: {
          tags,
          summary: 'Send a test there now',
          description:
            'A signed POST of the type `TEST`, once, also where the webhook is switched off. Answers with what came back. Nothing of it is kept.',
          params,
          body: z.object({}).meta({ examples: [{}] }),
          response: { 200: testResultSchema },
        },
      },
      async ({ member, params: { webhookId } }) => {
        const result = await testWebhook(
          { database, clock, secrets, isForbidden },
          member.clinicId,
          webhookId,
        );
        if (result === null) throw new Problem('not-found');
        return result;
      },
    );
    app.post(
      '/webhooks/:webhookId/replay',
      {
        config,
        schema: {
          tags,
          summary: 'Send everything since a time there again',
          description:
            'In the order in which it was recorded, also what happened while the webhook was switched off. 409 `conflict` while it is switched off.',
          params,
          body: replayRequestSchema,
          response: { 202: z.null().describe('will be sent') },
        },
      },
      async ({ member, params: { webhookId }, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          replaySince(trx, webhookId, body, send, by),
        );
        if (outcome === 'no-such-webhook') throw new Problem('not-found');
        if (outcome === 'switched-off') throw new Problem('conflict', 'It is switched off.');
        return reply.code(202).send(null);
      },
    );
  };

/** Outgoing webhooks of one clinic. */
export const webhooksApi =
  (deps: WebhookDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(keepingRoutes(deps));
    await app.register(deliveryRoutes(deps));
    await app.register(tryingRoutes(deps));
  };
