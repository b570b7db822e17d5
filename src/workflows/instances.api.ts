import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { inClinic } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { instancePageSchema, instanceViewSchema } from './rules/workflow-views.ts';
import { readInstanceCursor, writeInstanceCursor } from './rules/instance-cursor.ts';
import { listInstances, tellStory } from './tell-stories.ts';
import type { WorkflowApiDependencies } from './workflows.api.ts';

const tags = ['Workflows'];
const querystring = z.object({
  workflowId: z.uuid().optional(),
  patientId: z.uuid().optional(),
  status: z.enum(['running', 'paused', 'done', 'exited']).optional(),
  underWay: z.stringbool().optional().describe('only those that are not over'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional().describe('`nextCursor` of the page before'),
});

const beforeOf = (cursor: string | undefined): { startedAt: string; id: string } | null => {
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
          description: 'Of one workflow, of one patient, or all.',
          params: z.object({ clinicId: z.uuid() }),
          querystring,
          response: { 200: instancePageSchema },
        },
      },
      async ({ member, query: { workflowId, patientId, status, underWay, limit, cursor } }) => {
        const search = {
          workflowId: workflowId ?? null,
          patientId: patientId ?? null,
          status: status ?? null,
          underWay: underWay === true,
          before: beforeOf(cursor),
          limit,
        };
        const { instances, next } = await inClinic(database, member.clinicId, (trx) =>
          listInstances(trx, search),
        );
        return { instances, nextCursor: next === null ? null : writeInstanceCursor(next) };
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
