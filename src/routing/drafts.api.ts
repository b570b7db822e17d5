import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { differenceSchema } from './rules/document-differences.ts';
import { draftViewSchema } from './rules/draft-view.ts';
import { faultSchema } from './rules/fault.ts';
import { routingDocumentSchema } from './rules/routing-document.ts';
import { discardDraft, saveDraft } from './save-draft.ts';
import { showDifferences, showDraft, showFaults } from './show-draft.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Routing'];
const needs = 'manager' as const;
const revision = z.number().int().min(0).describe('`revision` of the draft as it was read');
const noSettings = () => new Problem('not-found', 'This clinic has no call settings.');
const changedMeanwhile = () =>
  new Problem('conflict', 'The draft was saved, discarded or published meanwhile. Read it again.');

const readingRoutes =
  ({ database }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/routing/draft',
      {
        schema: {
          tags,
          summary: 'The draft of how calls are taken',
          description: 'Where nobody has begun a draft (`saved` is null), what is published.',
          response: { 200: draftViewSchema },
        },
      },
      async ({ member }) => {
        const view = await inClinic(database, member.clinicId, showDraft);
        if (!view) throw noSettings();
        return view;
      },
    );

    app.get(
      '/routing/draft/differences',
      {
        schema: {
          tags,
          summary: 'What publishing the draft would change',
          response: {
            200: z.object({ differences: z.array(differenceSchema) }).meta({
              examples: [
                {
                  differences: [
                    { path: ['settings', 'ringSeconds'], kind: 'changed', before: 20, after: 30 },
                    {
                      path: ['departments', '019a3c52-7d61-7000-8000-5f0c2b1de001', 'name'],
                      kind: 'changed',
                      before: 'Billing',
                      after: 'Accounts',
                    },
                  ],
                },
              ],
            }),
          },
        },
      },
      async ({ member }) => {
        const differences = await inClinic(database, member.clinicId, showDifferences);
        if (!differences) throw noSettings();
        return { differences };
      },
    );

    app.get(
      '/routing/draft/problems',
      {
        schema: {
          tags,
          summary: 'What is wrong with the draft',
          description: 'An error keeps it from being published, a warning does not.',
          response: {
            200: z.object({ problems: z.array(faultSchema) }).meta({
              examples: [
                {
                  problems: [
                    {
                      path: ['settings', 'businessHours', '1'],
                      code: 'hours-overlap',
                      severity: 'error',
                    },
                  ],
                },
              ],
            }),
          },
        },
      },
      async ({ member }) => {
        const problems = await inClinic(database, member.clinicId, showFaults);
        if (!problems) throw noSettings();
        return { problems };
      },
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/routing/draft',
      {
        config: { needs },
        bodyLimit: 4 * 1_048_576,
        schema: {
          tags,
          summary: 'Save the draft',
          description: 'It may be unfinished. 409 when somebody else has saved since it was read.',
          body: z.strictObject({
            document: routingDocumentSchema,
            revision,
            basedOn: z
              .number()
              .int()
              .min(0)
              .optional()
              .describe(
                'the newest publication, when its differences from the draft were looked at; left out: as before',
              ),
          }),
          response: { 200: draftViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, body }) => {
        const view = await inClinic(database, clinicId, async (trx) =>
          (await saveDraft(trx, body, { userId, at: clock.now() })) ? showDraft(trx) : 'outdated',
        );
        if (view === 'outdated') throw changedMeanwhile();
        if (!view) throw noSettings();
        return view;
      },
    );

    app.delete(
      '/routing/draft',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Discard the draft',
          querystring: z.object({ revision: z.coerce.number().int().min(0) }),
          response: { 200: draftViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, query }) => {
        const view = await inClinic(database, clinicId, async (trx) =>
          (await discardDraft(trx, query.revision, { userId, at: clock.now() }))
            ? showDraft(trx)
            : 'outdated',
        );
        if (view === 'outdated') throw changedMeanwhile();
        if (!view) throw noSettings();
        return view;
      },
    );
  };

/** The draft of how calls are taken. Registered under `/api/v1/clinics/:clinicId`. */
export const routingDraftsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
