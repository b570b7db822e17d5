import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { addTemplate, changeTemplate, putTemplateAway, type KeptTemplate } from './keep-template.ts';
import { previewTemplate } from './preview-template.ts';
import { channelSchema } from '../rules/message-order.ts';
import {
  exampleDraft,
  exampleTemplate,
  templateDraftSchema,
  templatePageSchema,
  templatePreviewSchema,
  templateViewSchema,
  type TemplateView,
} from '../rules/template-views.ts';
import { selectTemplate, selectTemplates } from './templates.store.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Templates'];
const params = z.object({ templateId: z.uuid() });
const query = z.object({
  channel: channelSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.uuid().optional().describe('nextCursor of the page before'),
});
const previewBody = templateDraftSchema.pick({ channel: true, about: true, texts: true }).extend({
  patientId: z.uuid().nullable().default(null).describe('null: a made-up person'),
});
const { name: _name, purpose: _purpose, ...examplePreviewed } = exampleDraft;
const oneTemplate = templateViewSchema.meta({ examples: [exampleTemplate] });
const changeBody = templateDraftSchema.omit({ channel: true }).extend({ revision: z.int().min(1) });
const { channel: _channel, ...exampleChange } = exampleDraft;

const detailOf = ({ where, fault }: Extract<KeptTemplate, { why: 'faulty' }>): string => {
  return fault.fault === 'unknown-variable'
    ? `${where}: there is no ${fault.variable}`
    : `${where}: line ${fault.line}: ${fault.detail}`;
};

/** Thrown inside the transaction, so that nothing is left of it. */
const shown = async (trx: ClinicTransaction, kept: KeptTemplate): Promise<TemplateView> => {
  if (kept.ok) return (await selectTemplate(trx, kept.id))!;
  switch (kept.why) {
    case 'no-such-template':
      throw new Problem('not-found');
    case 'name-taken':
      throw new Problem('name-taken');
    case 'changed-meanwhile':
      throw new Problem('conflict', `revision: it is now ${kept.revision}`);
    case 'faulty':
      throw new Problem('invalid', detailOf(kept));
  }
};

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/templates',
      {
        schema: {
          tags,
          summary: 'Templates in use, by name',
          querystring: query,
          response: {
            200: templatePageSchema.meta({ examples: [{ items: [exampleTemplate], nextCursor: null }] }),
          },
        },
      },
      async ({ member, query: { channel, limit, cursor } }) =>
        inClinic(database, member.clinicId, async (trx) => {
          const items = await selectTemplates(trx, { channel, limit, after: cursor ?? null });
          return { items, nextCursor: items.length === limit ? items.at(-1)!.id : null };
        }),
    );
    app.get(
      '/templates/:templateId',
      { schema: { tags, summary: 'One template', params, response: { 200: oneTemplate } } },
      async ({ member, params: { templateId } }) => {
        const view = await inClinic(database, member.clinicId, (trx) => selectTemplate(trx, templateId));
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
    app.post(
      '/templates/preview',
      {
        config: { needs: 'receptionist' },
        schema: {
          tags,
          summary: 'What texts become for a patient',
          description:
            'In both languages, with what is wrong with them, how many text messages they are and what that costs. Nothing is kept or sent.',
          body: previewBody.meta({ examples: [{ ...examplePreviewed, patientId: null }] }),
          response: { 200: templatePreviewSchema },
        },
      },
      async ({ member, body: { patientId, ...draft } }) => {
        const preview = await inClinic(database, member.clinicId, (trx) =>
          previewTemplate(trx, draft, patientId, clock.now()),
        );
        if (preview === null) throw new Problem('not-found', 'patientId: no such patient');
        return preview;
      },
    );
  };

const writingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const needs = 'manager' as const;
    app.post(
      '/templates',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Add a template',
          description: 'A text that names something unknown is refused.',
          body: templateDraftSchema.meta({ examples: [exampleDraft] }),
          response: { 201: oneTemplate },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const view = await inClinic(database, member.clinicId, async (trx) =>
          shown(trx, await addTemplate(trx, body, by)),
        );
        return reply.code(201).send(view);
      },
    );
    app.put(
      '/templates/:templateId',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Save a new version of a template',
          params,
          body: changeBody.meta({ examples: [{ ...exampleChange, revision: 3 }] }),
          response: { 200: oneTemplate },
        },
      },
      async ({ member, params: { templateId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) =>
          shown(trx, await changeTemplate(trx, templateId, body, by)),
        );
      },
    );
    app.delete(
      '/templates/:templateId',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Put a template away',
          description: 'Workflows that use it go on sending it.',
          params,
          response: { 204: z.null().describe('put away') },
        },
      },
      async ({ member, params: { templateId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const done = await inClinic(database, member.clinicId, (trx) => putTemplateAway(trx, templateId, by));
        if (!done) throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };

/** `/templates` of one clinic: what messages say. */
export const templatesApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(writingRoutes(deps));
  };
