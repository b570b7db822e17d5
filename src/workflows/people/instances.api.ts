import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { filterOf } from './filter-instances.ts';
import { measureSteps } from './measure-steps.ts';
import { countInstances } from './performance.store.ts';
import { instanceQuerySchema, performanceQuerySchema } from '../rules/instance-query.ts';
import { performanceSchema } from '../rules/step-numbers.ts';
import { instancePageSchema, instanceViewSchema } from '../rules/workflow-views.ts';
import { readInstanceCursor, writeInstanceCursor, type InstanceCursor } from '../rules/instance-cursor.ts';
import { listInstances, tellStory } from './tell-stories.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const tags = ['Workflows'];
const clinicPath = z.object({ clinicId: z.uuid() });
const querystring = instanceQuerySchema.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional().describe('`nextCursor` of the page before'),
});

const beforeOf = (cursor: string | undefined): InstanceCursor | null => {
  if (cursor === undefined) return null;
  const before = readInstanceCursor(cursor);
  if (before === null) throw new Problem('invalid', 'cursor: not one of this list');
  return before;
};

/** Who is going through workflows, and the story of each. */
export const instancesApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/workflow-instances',
      {
        schema: {
          tags,
          summary: 'Who is or was going through workflows, newest first',
          description:
            'Of one workflow, of one patient, or all; by name or number, by where they stand, by what was counted of a step, or by steps that failed and have not been done since: then those that failed last come first.',
          params: clinicPath,
          querystring,
          response: { 200: instancePageSchema },
        },
      },
      async ({ member, query: { limit, cursor, ...query } }) => {
        const before = beforeOf(cursor);
        const { instances, next } = await inClinic(database, member.clinicId, async (trx) =>
          listInstances(trx, { filter: await filterOf(trx, query, clock.now()), before, limit }),
        );
        return { instances, nextCursor: next === null ? null : writeInstanceCursor(next) };
      },
    );

    app.get(
      '/workflow-instances/count',
      {
        schema: {
          tags,
          summary: 'How many a search finds',
          params: clinicPath,
          querystring: instanceQuerySchema,
          response: {
            200: z.object({ count: z.number().int() }).meta({ examples: [{ count: 41 }] }),
          },
        },
      },
      async ({ member, query }) => ({
        count: await inClinic(database, member.clinicId, async (trx) =>
          countInstances(trx, await filterOf(trx, query, clock.now())),
        ),
      }),
    );

    app.get(
      '/workflows/:workflowId/performance',
      {
        schema: {
          tags,
          summary: 'What became of each step',
          description:
            'How many people came to each step and what became of it for them; each counts once. The rows behind a number: `GET workflow-instances` with `step` and `how`.',
          params: clinicPath.extend({ workflowId: z.uuid() }),
          querystring: performanceQuerySchema,
          response: {
            200: performanceSchema.meta({ examples: [{ instances: 312, steps: [] }] }),
          },
        },
      },
      async ({ member, params: { workflowId }, query }) => {
        const found = await inClinic(database, member.clinicId, (trx) =>
          measureSteps(trx, workflowId, query),
        );
        if (found === null) throw new Problem('not-found');
        return found;
      },
    );

    app.get(
      '/workflow-instances/:instanceId',
      {
        schema: {
          tags,
          summary: 'The story of one',
          description: 'What began it, what was done with each step and why, and when it goes on.',
          params: z.object({ clinicId: z.uuid(), instanceId: z.uuid() }),
          response: { 200: instanceViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { instanceId } }) =>
        inClinic(database, clinicId, async (trx) => {
          const story = await tellStory(trx, instanceId);
          if (story === null) throw new Problem('not-found');
          await recordAudit(trx, {
            userId,
            at: clock.now(),
            action: 'workflow.story-opened',
            subject: { kind: 'workflow-instance', id: instanceId },
            detail: { patientId: story.patient?.id ?? null },
          });
          return story;
        }),
    );
  };
