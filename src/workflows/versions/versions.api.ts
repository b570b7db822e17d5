import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { restoreVersion, type Restored } from './restore-version.ts';
import { versionPageSchema, versionViewSchema, type VersionItem } from '../rules/version-views.ts';
import { workflowViewSchema, type WorkflowView } from '../rules/workflow-views.ts';
import { listVersions, showVersion } from './show-versions.ts';
import { showWorkflow } from '../show-workflows.ts';
import { undoPublication, type Undone } from './undo-publication.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const tags = ['Workflows'];
const config = { needs: 'manager' } as const;
const ofWorkflow = z.object({ clinicId: z.uuid(), workflowId: z.uuid() });
const ofVersion = ofWorkflow.extend({ version: z.coerce.number().int().min(1).max(2_147_483_647) });
const seen = z
  .strictObject({ revision: z.number().int().min(1).describe('of the workflow as it was read') })
  .meta({ examples: [{ revision: 3 }] });

const example: VersionItem = {
  version: 2,
  publishedAt: '2026-06-01T07:30:00Z',
  publishedBy: { userId: '019a3c52-7d61-7000-8000-5f0c2b1de002', name: 'Daniel Brooks' },
  isCurrent: true,
  underWay: 41,
  instances: 312,
};

const outdated = new Problem('conflict', 'Somebody changed this workflow meanwhile. Read it again.');

const demandRestored = (result: Restored): void => {
  if (result === 'outdated') throw outdated;
  if (result !== 'done') throw new Problem('not-found');
};

const demandUndone = (result: Undone): void => {
  if (result === 'no-such-workflow') throw new Problem('not-found');
  if (result === 'in-use')
    throw new Problem(
      'conflict',
      'Somebody has gone by this version. Bring the version before back instead.',
    );
  if (result === 'no-version')
    throw new Problem('conflict', 'There is no publication to take back, or there is a draft already.');
  if (result === 'outdated') throw outdated;
};

const found = (view: WorkflowView | null): WorkflowView => {
  if (view === null) throw new Problem('not-found');
  return view;
};

type Routes = (deps: WorkflowApiDependencies) => FastifyPluginAsyncZod;

const readingRoutes: Routes =
  ({ database }) =>
  async (app) => {
    app.get(
      '/workflows/:workflowId/versions',
      {
        schema: {
          tags,
          summary: 'What was published of a workflow, newest first',
          description: 'With how many still go by each version. What was taken back is not in it.',
          params: ofWorkflow,
          querystring: z.object({
            limit: z.coerce.number().int().min(1).max(100).default(20),
            cursor: z
              .string()
              .regex(/^[1-9][0-9]{0,8}$/)
              .optional()
              .describe('`nextCursor` of the page before'),
          }),
          response: {
            200: versionPageSchema.meta({ examples: [{ versions: [example], nextCursor: null }] }),
          },
        },
      },
      async ({ member, params: { workflowId }, query: { limit, cursor } }) => {
        const before = cursor === undefined ? null : Number(cursor);
        const page = await inClinic(database, member.clinicId, (trx) =>
          listVersions(trx, workflowId, before, limit),
        );
        if (page === null) throw new Problem('not-found');
        const { versions, next } = page;
        return { versions, nextCursor: next === null ? null : String(next) };
      },
    );

    app.get(
      '/workflows/:workflowId/versions/:version',
      {
        schema: {
          tags,
          summary: 'One version with its definition',
          params: ofVersion,
          response: { 200: versionViewSchema },
        },
      },
      async ({ member, params: { workflowId, version } }) => {
        const view = await inClinic(database, member.clinicId, (trx) =>
          showVersion(trx, workflowId, version),
        );
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
  };

/** What was published of a workflow, and the ways back. */
export const versionsApi: Routes = (deps) => async (app) => {
  const { database, clock } = deps;
  await app.register(readingRoutes(deps));

  app.post(
    '/workflows/:workflowId/versions/:version/restore',
    {
      config,
      schema: {
        tags,
        summary: 'Make an earlier version the draft again',
        description:
          'Nobody notices anything before it is published. A draft that is there gives way. 409 `conflict` when the workflow was changed since it was read.',
        params: ofVersion,
        body: seen,
        response: { 200: workflowViewSchema },
      },
    },
    async ({ member: { clinicId, userId }, params: { workflowId, version }, body: { revision } }) =>
      inClinic(database, clinicId, async (trx) => {
        const by = { userId, at: clock.now() };
        demandRestored(await restoreVersion(trx, workflowId, { version, revision }, by));
        return found(await showWorkflow(trx, workflowId, by.at));
      }),
  );

  app.post(
    '/workflows/:workflowId/undo-publication',
    {
      config,
      schema: {
        tags,
        summary: 'Take the last publication back',
        description:
          'As long as nobody has gone by it: the version before is in force again, and what was published is the draft once more. 409 `conflict` when somebody has, when there is a draft, or when the workflow was changed since it was read.',
        params: ofWorkflow,
        body: seen,
        response: { 200: workflowViewSchema },
      },
    },
    async ({ member: { clinicId, userId }, params: { workflowId }, body }) =>
      inClinic(database, clinicId, async (trx) => {
        const by = { userId, at: clock.now() };
        demandUndone(await undoPublication(trx, workflowId, body, by));
        return found(await showWorkflow(trx, workflowId, by.at));
      }),
  );
};
