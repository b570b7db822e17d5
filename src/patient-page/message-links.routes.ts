import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../platform/errors.ts';
import { findLink } from './find-link.ts';
import { exampleFoundLink, foundLinkSchema } from './rules/found-link.ts';
import { exampleUnsubscribing, unsubscribeScopeSchema, unsubscribingSchema } from './rules/unsubscribing.ts';
import { throughLink, type LinkDependencies } from './through-link.ts';
import { resubscribe, showUnsubscribing, unsubscribe } from './unsubscribe.ts';

const tags = ['Links in messages'];
const params = z.object({ code: z.string().max(100).describe('what stands behind `/l/` in the link') });
const config = {
  public: 'Whoever has the link from a message has no session; the code in it cannot be guessed.',
  rateLimit: { max: 120, timeWindow: 60_000 },
};
const view = unsubscribingSchema.meta({ examples: [exampleUnsubscribing] });

/** Whether there ever was such a link is not said. */
const orOver = <T>(found: T | null): T => {
  if (found === null) throw new Problem('link-over');
  return found;
};

const findingRoute =
  (deps: LinkDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/v1/links/:code',
      {
        config,
        schema: {
          tags,
          summary: 'What a link opens, and in which language',
          security: [],
          params,
          response: { 200: foundLinkSchema.meta({ examples: [exampleFoundLink] }) },
        },
      },
      async ({ params: { code } }) =>
        orOver(await throughLink(deps, code, ['page', 'unsubscribe'], findLink)),
    );
  };

const unsubscribeRoutes =
  (deps: LinkDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/v1/links/:code/unsubscribing',
      {
        config,
        schema: {
          tags,
          summary: 'What a link to unsubscribe can end',
          security: [],
          params,
          response: { 200: view },
        },
      },
      async ({ params: { code } }) =>
        orOver(await throughLink(deps, code, ['unsubscribe'], showUnsubscribing)),
    );
    app.put(
      '/api/v1/links/:code/unsubscribing',
      {
        config,
        schema: {
          tags,
          summary: 'Unsubscribe, or take it back',
          description: 'It holds at once, for every message that has not left. `ended: null` takes it back.',
          security: [],
          params,
          body: z
            .object({ ended: unsubscribeScopeSchema.nullable() })
            .meta({ examples: [{ ended: 'kind' }] }),
          response: { 200: view },
        },
      },
      async ({ params: { code }, body: { ended } }) =>
        orOver(
          await throughLink(deps, code, ['unsubscribe'], (trx, link, now) =>
            ended === null ? resubscribe(trx, link, now) : unsubscribe(trx, link, ended, now),
          ),
        ),
    );
  };

/** Mail programs send the form of RFC 8058; what is in it does not matter, that it is sent does. */
const takeAnyBody = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { bodyLimit: 4096 }, (_request, payload, done) => {
    payload.resume();
    payload.on('end', () => done(null));
    payload.on('error', (error) => done(error));
  });
};

/** One request without a page: the button that mail programs show beside the sender. */
const oneClickRoute =
  (deps: LinkDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    takeAnyBody(app);
    app.post(
      '/l/:code',
      {
        config: { ...config, rateLimit: { max: 1200, timeWindow: 60_000 } },
        schema: {
          tags,
          summary: 'Unsubscribe with one request (RFC 8058)',
          description: 'Asked by mail programs. Reading the same address changes nothing and shows a page.',
          security: [],
          params,
          response: { 200: z.null().describe('done') },
        },
      },
      async ({ params: { code } }) => {
        orOver(
          await throughLink(deps, code, ['unsubscribe'], (trx, link, now) =>
            unsubscribe(trx, link, 'kind', now),
          ),
        );
        return null;
      },
    );
  };

/** What links in messages do for whoever has them. */
export const messageLinks =
  (deps: LinkDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(findingRoute(deps));
    await app.register(unsubscribeRoutes(deps));
    await app.register(oneClickRoute(deps));
  };
