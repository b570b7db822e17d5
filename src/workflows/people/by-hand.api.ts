import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem, type ProblemCode } from '../../platform/errors.ts';
import { actByHand, type Acted } from './act-by-hand.ts';
import { byHandSchema } from '../rules/by-hand-views.ts';
import type { Refusal } from '../rules/hand-deed.ts';
import { instanceViewSchema } from '../rules/workflow-views.ts';
import { tellStory } from './tell-stories.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const refusals: Record<Refusal, ProblemCode> = {
  over: 'instance-over',
  paused: 'workflow-paused',
  'done-meanwhile': 'done-meanwhile',
  'gone-on': 'gone-on',
  'not-waiting': 'gone-on',
  'not-failed': 'gone-on',
};

const demandActed = (result: Acted): void => {
  if (result === 'no-such-instance') throw new Problem('not-found');
  if (result !== 'done') throw new Problem(refusals[result]);
};

/** What the staff does with one under way by hand: the engine’s own facts, each with who and why. */
export const byHandApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/workflow-instances/:instanceId/act',
      {
        schema: {
          tags: ['Workflows'],
          summary: 'End one, cut its wait short, or do a step once more',
          description:
            'Through the same interpreter and the same gate as everything else. The same request once more is done already. 409 `gone-on` when it does not stand any more where it was seen, `done-meanwhile` when somebody else was quicker, `instance-over` or `workflow-paused`.',
          params: z.object({ clinicId: z.uuid(), instanceId: z.uuid() }),
          body: byHandSchema.meta({
            examples: [{ act: 'go-on', step: 'wait', seen: 0, why: 'Has arrived already' }],
          }),
          response: { 200: instanceViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { instanceId }, body }) =>
        inClinic(database, clinicId, async (trx) => {
          demandActed(await actByHand(trx, instanceId, body, { userId, at: clock.now() }));
          const story = await tellStory(trx, instanceId);
          if (story === null) throw new Problem('not-found');
          return story;
        }),
    );
  };
