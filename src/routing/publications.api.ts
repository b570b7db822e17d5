import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { publishDraft, restorePublication, type PublishResult } from './publish-routing.ts';
import {
  draftViewSchema,
  onePublicationSchema,
  publicationSchema,
  type DraftView,
} from './rules/draft-view.ts';
import { showDraft } from './show-draft.ts';
import { listPublications, showPublication } from './show-publications.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Routing'];
const params = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) });
const example = {
  number: 4,
  note: 'Summer hours',
  restores: null,
  publishedBy: { userId: '019a3c52-7d61-7000-8000-5f0c2b1de002', name: 'Daniel Brooks' },
  publishedAt: '2026-06-01T07:30:00Z',
};

/** What the API answers to a publication: how things stand after it, or why there was none. */
const answerPublished = async (trx: ClinicTransaction, result: PublishResult): Promise<DraftView> => {
  if (!result.ok && result.why === 'faulty') throw new Problem('draft-faulty');
  if (!result.ok && result.why === 'outdated')
    throw new Problem('conflict', 'Something was saved or published meanwhile. Read it again.');
  const view = result.ok ? await showDraft(trx) : null;
  if (!view) throw new Problem('not-found');
  return view;
};

const publishingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/routing/draft/publish',
      {
        config: { needs: 'manager' },
        schema: {
          tags,
          summary: 'Publish the draft',
          description:
            'Calls follow it from this moment on; a call under way goes on with what it has begun. 409 `draft-faulty` when something in it is wrong (`GET …/draft/problems`); 409 `conflict` when it was saved since it was read, or something else was published since it was begun.',
          body: z
            .strictObject({
              revision: z.number().int().min(0).describe('`revision` of the draft as it was read'),
              note: z.string().trim().max(200).default(''),
            })
            .meta({ examples: [{ revision: 7, note: 'Summer hours' }] }),
          response: { 200: draftViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, body }) =>
        inClinic(database, clinicId, async (trx) =>
          answerPublished(trx, await publishDraft(trx, body, { userId, at: clock.now() })),
        ),
    );

    app.post(
      '/routing/publications/:number/restore',
      {
        config: { needs: 'manager' },
        schema: {
          tags,
          summary: 'Publish once more what was published then',
          description:
            'Undoes later publications by a new one. People and numbers that are gone are left out; people who joined since keep the calls they take. A draft stays. 409 `conflict` when something was published since the list was read.',
          params,
          body: z
            .strictObject({
              newest: z.number().int().min(0).describe('number of the newest publication that was seen'),
            })
            .meta({ examples: [{ newest: 5 }] }),
          response: { 200: draftViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { number }, body: { newest } }) =>
        inClinic(database, clinicId, async (trx) =>
          answerPublished(trx, await restorePublication(trx, number, newest, { userId, at: clock.now() })),
        ),
    );
  };

const readingRoutes =
  ({ database }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/routing/publications',
      {
        schema: {
          tags,
          summary: 'What was published, newest first',
          querystring: z.object({
            limit: z.coerce.number().int().min(1).max(100).default(20),
            cursor: z
              .string()
              .regex(/^[1-9][0-9]{0,8}$/)
              .optional()
              .describe('`next` of the page before'),
          }),
          response: {
            200: z
              .object({ items: z.array(publicationSchema), nextCursor: z.string().nullable() })
              .meta({ examples: [{ items: [example], nextCursor: null }] }),
          },
        },
      },
      async ({ member, query: { limit, cursor } }) => {
        const before = cursor === undefined ? null : Number(cursor);
        const { items, nextCursor } = await inClinic(database, member.clinicId, (trx) =>
          listPublications(trx, before, limit),
        );
        return { items, nextCursor: nextCursor === null ? null : String(nextCursor) };
      },
    );

    app.get(
      '/routing/publications/:number',
      {
        schema: {
          tags,
          summary: 'One publication, and what it changed',
          params,
          response: { 200: onePublicationSchema },
        },
      },
      async ({ member, params: { number } }) => {
        const view = await inClinic(database, member.clinicId, (trx) => showPublication(trx, number));
        if (!view) throw new Problem('not-found');
        return view;
      },
    );
  };

/** What was published, and how to publish and to bring back. Registered under `/api/v1/clinics/:clinicId`. */
export const routingPublicationsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(publishingRoutes(deps));
  };
