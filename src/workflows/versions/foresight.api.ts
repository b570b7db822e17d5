import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { foreseeMove, foreseeResume } from './foresee-switch.ts';
import type { Foresight } from '../rules/foresight.ts';
import { movePreviewSchema, resumePreviewSchema } from '../rules/switch-views.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const tags = ['Workflows'];
const params = z.object({ clinicId: z.uuid(), workflowId: z.uuid() });

const example: Foresight = {
  of: 300,
  looked: 300,
  ends: [{ step: 'two-days-before', reason: 'step-gone', count: 2 }],
  leftOut: [{ step: 'first-sms', reason: 'time-over', count: 12 }],
  atOnce: { messages: 3, calls: 0, tasks: 0 },
  people: [
    { instanceId: '019a3c52-7d61-7000-8000-5f0c2b1de002', name: 'Laura Bennett', reason: 'step-gone' },
  ],
};

/** What a switch would do, before it is made: the real interpreter, nobody contacted, nothing kept. */
export const foresightApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/workflows/:workflowId/move-preview',
      {
        schema: {
          tags,
          summary: 'What would become of those under way, were they moved to the draft',
          description:
            'Who ends because their step is gone, what is left out, and what is done at once. 404 when there is no draft. The newest 2,000 are looked at.',
          params,
          response: { 200: movePreviewSchema.meta({ examples: [example] }) },
        },
      },
      async ({ member, params: { workflowId } }) => {
        const found = await inClinic(database, member.clinicId, (trx) =>
          foreseeMove(trx, workflowId, clock.now()),
        );
        if (found === null) throw new Problem('not-found');
        return found;
      },
    );

    app.get(
      '/workflows/:workflowId/resume-preview',
      {
        schema: {
          tags,
          summary: 'What came due during a pause, and what each way to resume would do with it',
          params,
          response: {
            200: resumePreviewSchema.meta({
              examples: [{ overdue: 300, held: 4, skip: example, send: example }],
            }),
          },
        },
      },
      async ({ member, params: { workflowId } }) => {
        const found = await inClinic(database, member.clinicId, (trx) =>
          foreseeResume(trx, workflowId, clock.now()),
        );
        if (found === null) throw new Problem('not-found');
        return found;
      },
    );
  };
