import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { archiveWorkflow } from './archive-workflow.ts';
import { changeWorkflow } from './change-workflow.ts';
import { loadTemplate } from './gallery/load-template.ts';
import { makeWorkflow } from './make-workflow.ts';
import { publishWorkflow, type Published } from './versions/publish-workflow.ts';
import { definitionSchema } from './rules/definition.ts';
import {
  overdueSchema,
  underWaySchema,
  workflowListSchema,
  workflowViewSchema,
  type WorkflowView,
} from './rules/workflow-views.ts';
import { listWorkflows, showWorkflow } from './show-workflows.ts';
import { pauseWorkflow, resumeWorkflow, type Switched } from './versions/switch-workflow.ts';

export type WorkflowApiDependencies = { database: Database; clock: Clock };

const tags = ['Workflows'];
const config = { needs: 'manager' } as const;
const params = z.object({ clinicId: z.uuid(), workflowId: z.uuid() });
const clinicPath = z.object({ clinicId: z.uuid() });
const response = { 200: workflowViewSchema };
const revision = z.number().int().min(1).describe('of the workflow as it was read');
const name = z.string().trim().min(1).max(100);

const newWorkflowSchema = z
  .strictObject({
    name,
    templateKey: z
      .string()
      .max(80)
      .optional()
      .describe('of `GET workflow-templates`; its steps become the draft'),
    definition: definitionSchema.optional().describe('instead of a template'),
  })
  .refine(({ templateKey, definition }) => (templateKey === undefined) !== (definition === undefined), {
    error: 'either a template or a definition',
  })
  .meta({ examples: [{ name: 'Appointment reminders', templateKey: 'appointment-reminders' }] });

const changeSchema = z
  .strictObject({
    revision,
    name: name.optional(),
    draft: definitionSchema.nullable().optional().describe('null: drop it'),
  })
  .meta({ examples: [{ revision: 1, name: 'Reminders' }] });

const refusePublication = (result: Extract<Published, { ok: false }>): never => {
  switch (result.why) {
    case 'no-such-workflow':
      throw new Problem('not-found');
    case 'faulty':
      throw new Problem('draft-faulty');
    case 'no-draft':
      throw new Problem('conflict', 'There is no draft to publish.');
    case 'outdated':
      throw new Problem('conflict', 'Somebody changed this workflow meanwhile. Read it again.');
  }
};

const demandSwitched = (result: Switched): void => {
  if (result === 'no-such-workflow') throw new Problem('not-found');
  if (result === 'not-now') throw new Problem('conflict', 'The workflow is in another state by now.');
};

const found = (view: WorkflowView | null): WorkflowView => {
  if (view === null) throw new Problem('not-found');
  return view;
};

type Routes = (deps: WorkflowApiDependencies) => FastifyPluginAsyncZod;

const readingRoutes: Routes =
  ({ database, clock }) =>
  async (app) => {
    app.get(
      '/workflows',
      {
        schema: {
          tags,
          summary: 'All workflows, and how many are on their way',
          params: clinicPath,
          response: { 200: workflowListSchema },
        },
      },
      async ({ member }) => ({
        workflows: await inClinic(database, member.clinicId, (trx) => listWorkflows(trx, clock.now())),
      }),
    );

    app.get(
      '/workflows/:workflowId',
      {
        schema: {
          tags,
          summary: 'One workflow',
          description:
            'Its published definition, its draft with what is wrong with it, and where those under way stand.',
          params,
          response,
        },
      },
      async ({ member, params: { workflowId } }) =>
        found(await inClinic(database, member.clinicId, (trx) => showWorkflow(trx, workflowId, clock.now()))),
    );
  };

const writingRoutes: Routes =
  ({ database, clock }) =>
  async (app) => {
    app.post(
      '/workflows',
      {
        config,
        schema: {
          tags,
          summary: 'Make a workflow',
          description:
            'As a draft: nobody goes through it before it is published. 409 `conflict` when the name is taken.',
          params: clinicPath,
          body: newWorkflowSchema,
          response: { 201: workflowViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, body }, reply) => {
        const view = await inClinic(database, clinicId, async (trx) => {
          const by = { userId, at: clock.now() };
          const templateKey = body.templateKey ?? null;
          const draft = body.definition ?? (await loadTemplate(trx, templateKey ?? ''))?.definition;
          if (draft === undefined) throw new Problem('invalid', 'templateKey: there is no such template');
          const id = await makeWorkflow(trx, { name: body.name, templateKey, draft }, by);
          if (id === null) throw new Problem('conflict', 'name: there is a workflow of this name');
          return found(await showWorkflow(trx, id, by.at));
        });
        return reply.code(201).send(view);
      },
    );

    app.patch(
      '/workflows/:workflowId',
      {
        config,
        schema: {
          tags,
          summary: 'Rename a workflow, or save its draft',
          description:
            'Those under way notice nothing before it is published. 409 `conflict` when it was changed since it was read, or the name is taken.',
          params,
          body: changeSchema,
          response,
        },
      },
      async ({ member: { clinicId, userId }, params: { workflowId }, body }) =>
        inClinic(database, clinicId, async (trx) => {
          const { revision: seen, name: called, draft } = body;
          const change = {
            revision: seen,
            ...(called === undefined ? {} : { name: called }),
            ...(draft === undefined ? {} : { draft }),
          };
          const outcome = await changeWorkflow(trx, workflowId, change, { userId, at: clock.now() });
          if (outcome === 'no-such-workflow') throw new Problem('not-found');
          if (outcome === 'name-taken')
            throw new Problem('conflict', 'name: there is a workflow of this name');
          if (outcome === 'outdated')
            throw new Problem('conflict', 'Somebody changed this workflow meanwhile. Read it again.');
          return found(await showWorkflow(trx, workflowId, clock.now()));
        }),
    );
  };

type Act = (
  trx: ClinicTransaction,
  id: string,
  by: { userId: string; at: Temporal.Instant },
) => Promise<void>;

const actingRoutes: Routes =
  ({ database, clock }) =>
  async (app) => {
    const act = (clinicId: string, userId: string, workflowId: string, work: Act): Promise<WorkflowView> =>
      inClinic(database, clinicId, async (trx) => {
        const by = { userId, at: clock.now() };
        await work(trx, workflowId, by);
        return found(await showWorkflow(trx, workflowId, by.at));
      });

    app.post(
      '/workflows/:workflowId/publish',
      {
        config,
        schema: {
          tags,
          summary: 'Publish the draft',
          description:
            'Who comes in from now on goes by it. `underWay` says what becomes of the others: they keep their version, move to this one (who stands at a step that is gone ends there), or end. 409 `draft-faulty` when something is wrong with it: see `faults`.',
          params,
          body: z
            .strictObject({ revision, underWay: underWaySchema })
            .meta({ examples: [{ revision: 3, underWay: 'keep' }] }),
          response,
        },
      },
      async ({ member: { clinicId, userId }, params: { workflowId }, body }) =>
        act(clinicId, userId, workflowId, async (trx, id, by) => {
          const result = await publishWorkflow(trx, id, body, by);
          if (!result.ok) refusePublication(result);
        }),
    );

    app.post(
      '/workflows/:workflowId/pause',
      {
        config,
        schema: { tags, summary: 'Pause: nobody is contacted, nobody is forgotten', params, response },
      },
      async ({ member: { clinicId, userId }, params: { workflowId } }) =>
        act(clinicId, userId, workflowId, async (trx, id, by) =>
          demandSwitched(await pauseWorkflow(trx, id, by)),
        ),
    );

    app.post(
      '/workflows/:workflowId/resume',
      {
        config,
        schema: {
          tags,
          summary: 'Resume after a pause',
          description:
            'What came due during the pause is never done all at once unasked: it is left out, done now, or spread over some hours.',
          params,
          body: overdueSchema.meta({ examples: [{ overdue: 'spread', hours: 8 }] }),
          response,
        },
      },
      async ({ member: { clinicId, userId }, params: { workflowId }, body }) =>
        act(clinicId, userId, workflowId, async (trx, id, by) =>
          demandSwitched(await resumeWorkflow(trx, id, body, by)),
        ),
    );

    app.delete(
      '/workflows/:workflowId',
      {
        config,
        schema: {
          tags,
          summary: 'Put a workflow away',
          description: 'Ends everybody who is under way. The stories of its instances stay.',
          params,
          response: { 204: z.null().describe('done') },
        },
      },
      async ({ member: { clinicId, userId }, params: { workflowId } }, reply) => {
        const outcome = await inClinic(database, clinicId, (trx) =>
          archiveWorkflow(trx, workflowId, { userId, at: clock.now() }),
        );
        if (outcome !== 'done') throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };

/** Workflows as the manager sees them. */
export const workflowsApi: Routes = (deps) => async (app) => {
  await app.register(readingRoutes(deps));
  await app.register(writingRoutes(deps));
  await app.register(actingRoutes(deps));
};
