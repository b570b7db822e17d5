import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { actByHand, type Acted } from './act-by-hand.ts';
import { actOnMany } from './act-on-many.ts';
import { byHandSchema, manyDoneSchema, manySchema } from './rules/by-hand-views.ts';
import { instanceViewSchema } from './rules/workflow-views.ts';
import { tellStory } from './tell-stories.ts';
import type { WorkflowApiDependencies } from './workflows.api.ts';

const tags = ['Workflows'];
const why = 'Has moved away';

const demandActed = (result: Acted): void => {
  if (result === 'no-such-instance') throw new Problem('not-found');
  if (result === 'not-now')
    throw new Problem('conflict', 'It is somewhere else by now, it is over, or its workflow is paused.');
};

/** What the staff does with those under way by hand: the engine’s own facts, each with who and why. */
export const byHandApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/workflow-instances/:instanceId/act',
      {
        schema: {
          tags,
          summary: 'End one, cut its wait short, or do a step once more',
          description:
            'Through the same interpreter and the same gate as everything else. 409 `conflict` when it stands somewhere else by now, is over, or its workflow is paused.',
          params: z.object({ clinicId: z.uuid(), instanceId: z.uuid() }),
          body: byHandSchema.meta({ examples: [{ act: 'end', why }] }),
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

    app.post(
      '/workflow-instances/many',
      {
        config: { needs: 'manager' },
        schema: {
          tags,
          summary: 'End, move or move on many: one batch',
          description:
            'Does up to 200 and says where the next batch begins; ask again with `next` as `after` until it is null. Who has ended cannot be brought back.',
          params: z.object({ clinicId: z.uuid() }),
          body: manySchema.meta({
            examples: [{ act: 'move', why, search: { status: 'running' }, after: null }],
          }),
          response: {
            200: manyDoneSchema.meta({
              examples: [{ done: 200, passedOver: 0, next: null, startedBefore: '2026-06-01T07:30:00Z' }],
            }),
          },
        },
      },
      async ({ member: { clinicId, userId }, body }) => {
        if ((body.ids === undefined) === (body.search === undefined))
          throw new Problem('invalid', 'either ids or search');
        return inClinic(database, clinicId, (trx) => actOnMany(trx, body, { userId, at: clock.now() }));
      },
    );
  };
