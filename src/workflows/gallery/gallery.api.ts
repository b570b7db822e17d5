import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { forecastWeek } from './forecast-week.ts';
import { dropTemplate, fileOfWorkflow, keepTemplate } from './keep-template.ts';
import { loadTemplate } from './load-template.ts';
import {
  fileOf,
  templateFileSchema,
  templateWordsSchema,
  type TemplateFile,
} from '../rules/template-file.ts';
import { forecastSchema, templateItemSchema, templateListSchema } from '../rules/template-views.ts';
import { showGallery, showTemplate } from './show-gallery.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const tags = ['Workflows'];
const config = { needs: 'manager' } as const;
const clinicPath = z.object({ clinicId: z.uuid() });
const templatePath = z.object({ clinicId: z.uuid(), templateKey: z.string().min(1).max(80) });
const ownPath = z.object({ clinicId: z.uuid(), templateId: z.uuid() });
const workflowPath = z.object({ clinicId: z.uuid(), workflowId: z.uuid() });

type Routes = (deps: WorkflowApiDependencies) => FastifyPluginAsyncZod;

const demand = <T>(found: T | null): T => {
  if (found === null) throw new Problem('not-found');
  return found;
};

const attachment = ({ name }: TemplateFile) => ({
  'content-disposition': `attachment; filename="workflow.json"; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`,
  'cache-control': 'private, no-store',
});

const readingRoutes: Routes =
  ({ database, clock }) =>
  async (app) => {
    app.get(
      '/workflow-templates',
      {
        schema: {
          tags,
          summary: 'The gallery: workflows to begin with',
          description:
            'Those that come with Frontdesk, then the clinic’s own. What patients read and hear is in English and German; `faults` says what keeps one from being used here as it is.',
          params: clinicPath,
          response: { 200: templateListSchema },
        },
      },
      async ({ member }) => ({
        templates: await inClinic(database, member.clinicId, (trx) => showGallery(trx, clock.now())),
      }),
    );

    app.get(
      '/workflow-templates/:templateKey/forecast',
      {
        schema: {
          tags,
          summary: 'What it would do in a week, with what has happened here and what is in the book',
          description:
            'A dry run of the real interpreter over the last 60 days and the book of the next 60: what it would have done in the last seven days and will do in the next, had it been active all along. Messages count as delivered and unanswered, calls as heard, appointments as kept. Contacts nobody and keeps nothing.',
          params: templatePath,
          response: { 200: forecastSchema },
        },
      },
      async ({ member, params: { templateKey } }) =>
        inClinic(database, member.clinicId, async (trx) => {
          const { definition } = demand(await loadTemplate(trx, templateKey));
          return forecastWeek(trx, definition, clock.now());
        }),
    );
  };

const fileRoutes: Routes =
  ({ database, clock }) =>
  async (app) => {
    app.get(
      '/workflow-templates/:templateKey/file',
      {
        schema: {
          tags,
          summary: 'An entry of the gallery as a file',
          params: templatePath,
          response: { 200: templateFileSchema },
        },
      },
      async ({ member, params: { templateKey } }, reply) => {
        const { definition, name, says, forWhom, categories } = demand(
          await inClinic(database, member.clinicId, (trx) => loadTemplate(trx, templateKey)),
        );
        const file = fileOf({ name: name.en, says: says.en, forWhom: forWhom.en, categories }, definition);
        return reply.headers(attachment(file)).send(file);
      },
    );

    app.get(
      '/workflows/:workflowId/file',
      {
        schema: {
          tags,
          summary: 'A workflow as a file',
          description:
            'Its draft, else what is published, with nothing that only this clinic has: what templates of messages say stands in the steps, and word to one member of the staff goes to the front desk.',
          params: workflowPath,
          response: { 200: templateFileSchema },
        },
      },
      async ({ member, params: { workflowId } }, reply) => {
        const file = demand(
          await inClinic(database, member.clinicId, (trx) =>
            fileOfWorkflow(trx, workflowId, {}, clock.now()),
          ),
        );
        return reply.headers(attachment(file)).send(file);
      },
    );
  };

const keepAndShow = async (
  trx: ClinicTransaction,
  file: TemplateFile,
  by: { userId: string; at: Temporal.Instant },
) => {
  const key = await keepTemplate(trx, file, by);
  if (key === null) throw new Problem('name-taken');
  return demand(await showTemplate(trx, key, by.at));
};

const keepingRoutes: Routes =
  ({ database, clock }) =>
  async (app) => {
    app.post(
      '/workflow-templates',
      {
        config,
        schema: {
          tags,
          summary: 'Read a workflow’s file into the gallery',
          description:
            'What is wrong with its shape is said (400 `invalid`, with the places); what only does not fit this clinic stands in `faults`, and can be put right in the draft that is made of it. 409 `name-taken` when there is one of this name.',
          params: clinicPath,
          body: templateFileSchema,
          response: { 201: templateItemSchema },
        },
      },
      async ({ member: { clinicId, userId }, body }, reply) => {
        const item = await inClinic(database, clinicId, (trx) =>
          keepAndShow(trx, body, { userId, at: clock.now() }),
        );
        return reply.code(201).send(item);
      },
    );

    app.post(
      '/workflows/:workflowId/template',
      {
        config,
        schema: {
          tags,
          summary: 'Keep a workflow in the gallery',
          description:
            'A copy of its draft, else of what is published. 409 `name-taken` when there is one of this name.',
          params: workflowPath,
          body: templateWordsSchema.meta({
            examples: [
              {
                name: 'Our reminders',
                says: 'Reminds twice.',
                forWhom: 'Everybody with an appointment.',
                categories: ['appointments'],
              },
            ],
          }),
          response: { 201: templateItemSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { workflowId }, body }, reply) => {
        const item = await inClinic(database, clinicId, async (trx) => {
          const by = { userId, at: clock.now() };
          const file = demand(await fileOfWorkflow(trx, workflowId, body, by.at));
          return keepAndShow(trx, file, by);
        });
        return reply.code(201).send(item);
      },
    );

    app.delete(
      '/workflow-templates/:templateId',
      {
        config,
        schema: {
          tags,
          summary: 'Take one of the clinic’s own out of the gallery',
          description: 'Workflows that were made of it stay.',
          params: ownPath,
          response: { 204: z.null().describe('done') },
        },
      },
      async ({ member: { clinicId, userId }, params: { templateId } }, reply) => {
        const done = await inClinic(database, clinicId, (trx) =>
          dropTemplate(trx, templateId, { userId, at: clock.now() }),
        );
        if (!done) throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };

/** The gallery of workflows. */
export const galleryApi: Routes = (deps) => async (app) => {
  await app.register(readingRoutes(deps));
  await app.register(fileRoutes(deps));
  await app.register(keepingRoutes(deps));
};
