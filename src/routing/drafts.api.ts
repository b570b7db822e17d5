import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { draftViewSchema } from './rules/draft-view.ts';
import { showDraft } from './show-draft.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Routing'];

/** The draft of how calls are taken. Registered under `/api/v1/clinics/:clinicId`. */
export const routingDraftsApi =
  ({ database }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/routing/draft',
      {
        schema: {
          tags,
          summary: 'The draft of how calls are taken',
          description: 'What is published, with revision 0, where nobody has begun a draft.',
          response: { 200: draftViewSchema },
        },
      },
      async ({ member }) => {
        const view = await inClinic(database, member.clinicId, showDraft);
        if (!view) throw new Problem('not-found', 'This clinic has no call settings.');
        return view;
      },
    );
  };
