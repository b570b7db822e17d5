import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { openLink, type OpenLink } from '../links/open-link.ts';
import type { LinkPurpose } from '../links/rules/link.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { findLink } from './find-link.ts';
import { exampleFoundLink, foundLinkSchema } from './rules/found-link.ts';
import { exampleUnsubscribing, unsubscribeScopeSchema, unsubscribingSchema } from './rules/unsubscribing.ts';
import { resubscribe, showUnsubscribing, unsubscribe } from './unsubscribe.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Links in messages'];
const params = z.object({ code: z.string().max(100).describe('what stands behind `/l/` in the link') });
const config = {
  public: 'Whoever has the link from a message has no session; the code in it cannot be guessed.',
  rateLimit: { max: 120, timeWindow: 60_000 },
};
const view = unsubscribingSchema.meta({ examples: [exampleUnsubscribing] });

/** What a code stands for, as a problem where it opens nothing. Whether it ever did is not said. */
const opened = async (
  { database, clock }: Dependencies,
  code: string,
  ...purposes: LinkPurpose[]
): Promise<OpenLink> => {
  const link = await openLink(database, code, clock.now());
  if (link === null || !purposes.includes(link.purpose)) throw new Problem('link-over');
  return link;
};

/** Does something in the clinic of a link. */
const withLink = async <T>(
  deps: Dependencies,
  link: OpenLink,
  work: (trx: ClinicTransaction) => Promise<T | null>,
): Promise<T> => {
  const result = await inClinic(deps.database, link.clinicId, work);
  if (result === null) throw new Problem('link-over');
  return result;
};

const findingRoute =
  (deps: Dependencies): FastifyPluginAsyncZod =>
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
      async ({ params: { code } }) => {
        const link = await opened(deps, code, 'page', 'unsubscribe');
        return withLink(deps, link, (trx) => findLink(trx, link));
      },
    );
  };

const unsubscribeRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
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
      async ({ params: { code } }) => {
        const link = await opened(deps, code, 'unsubscribe');
        return withLink(deps, link, (trx) => showUnsubscribing(trx, link));
      },
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
      async ({ params: { code }, body: { ended } }) => {
        const link = await opened(deps, code, 'unsubscribe');
        const at = deps.clock.now();
        return withLink(deps, link, (trx) =>
          ended === null ? resubscribe(trx, link, at) : unsubscribe(trx, link, ended, at),
        );
      },
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
  (deps: Dependencies): FastifyPluginAsyncZod =>
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
        const link = await opened(deps, code, 'unsubscribe');
        await withLink(deps, link, (trx) => unsubscribe(trx, link, 'kind', deps.clock.now()));
        return null;
      },
    );
  };

/** What links in messages do for whoever has them. */
export const messageLinksApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(findingRoute(deps));
    await app.register(unsubscribeRoutes(deps));
    await app.register(oneClickRoute(deps));
  };
