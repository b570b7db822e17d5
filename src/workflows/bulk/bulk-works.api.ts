import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { askBulkWork, type AskedBulkWork } from './ask-bulk-work.ts';
import type { BulkDependencies } from './do-bulk-work.ts';
import {
  bulkAskSchema,
  bulkPageSchema,
  bulkWorkSchema,
  type BulkAsk,
  type BulkWork,
} from '../rules/bulk-work.ts';
import { readInstanceCursor, writeInstanceCursor } from '../rules/instance-cursor.ts';
import { listBulkWorks, showBulkWork } from './show-bulk-works.ts';
import { stopBulkWork } from './stop-bulk-work.ts';

const tags = ['Workflows'];
const clinicPath = z.object({ clinicId: z.uuid() });
const params = clinicPath.extend({ workId: z.uuid() });
const id = '0199f0a2-7c11-7000-8000-000000000001';
const why = 'The practice is closed that week';

const demandAsked = (outcome: AskedBulkWork): void => {
  if (outcome === 'no-such-workflow') throw new Problem('not-found');
  if (outcome === 'nobody') throw new Problem('not-found', 'Nobody is meant by this.');
  if (outcome === 'another') throw new Problem('conflict', 'id: it stands for another work');
};

const shown = (work: BulkWork | null): BulkWork => {
  if (work === null) throw new Problem('not-found');
  return work;
};

const ofOne = {
  200: bulkWorkSchema.meta({
    examples: [
      {
        id,
        workflow: null,
        act: 'end',
        why,
        search: { status: 'running' },
        askedBy: 'Daniel Brooks',
        askedAt: '2026-06-01T07:30:00Z',
        status: 'done',
        total: 215,
        done: 212,
        couldNot: [{ why: 'over', count: 3 }],
        stoppedBy: null,
        finishedAt: '2026-06-01T07:30:04Z',
      },
    ],
  }),
};

const exactlyOne = ({ ids, search }: BulkAsk): void => {
  if ((ids === undefined) === (search === undefined)) throw new Problem('invalid', 'either ids or search');
};

const readingRoutes =
  ({ database }: BulkDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/bulk-works',
      {
        schema: {
          tags,
          summary: 'What was done with many, newest first',
          description: 'Who asked for it and why, how far it is, and for how many it was not possible.',
          params: clinicPath,
          querystring: z.object({
            workflowId: z.uuid().optional(),
            limit: z.coerce.number().int().min(1).max(100).default(20),
            cursor: z.string().max(200).optional().describe('`nextCursor` of the page before'),
          }),
          response: { 200: bulkPageSchema },
        },
      },
      async ({ member, query: { workflowId = null, limit, cursor } }) => {
        const before = cursor === undefined ? null : readInstanceCursor(cursor);
        if (cursor !== undefined && before === null)
          throw new Problem('invalid', 'cursor: not one of this list');
        const { works, next } = await inClinic(database, member.clinicId, (trx) =>
          listBulkWorks(trx, workflowId, before, limit),
        );
        return { works, nextCursor: next === null ? null : writeInstanceCursor(next) };
      },
    );

    app.get(
      '/bulk-works/:workId',
      { schema: { tags, summary: 'How far something done with many is', params, response: ofOne } },
      async ({ member, params: { workId } }) =>
        shown(await inClinic(database, member.clinicId, (trx) => showBulkWork(trx, workId))),
    );
  };

/** What is done by hand with many at once: asked for here, done by a worker. */
export const bulkWorksApi =
  (deps: BulkDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const { database, clock, send } = deps;
    const config = { needs: 'manager' } as const;
    await app.register(readingRoutes(deps));

    app.post(
      '/bulk-works',
      {
        config,
        schema: {
          tags,
          summary: 'End many, let them go on, move them, or do a step once more for them',
          description:
            'Whom it concerns is chosen now, and a worker does it, whoever closes which page. Only with those who then still stand where they stood: who has gone on does not go on twice. The same `id` once more is the same work. Who has ended cannot be brought back. 404 when nobody is meant.',
          params: clinicPath,
          body: bulkAskSchema.meta({ examples: [{ id, act: 'end', why, search: { status: 'running' } }] }),
          response: ofOne,
        },
      },
      async ({ member: { clinicId, userId }, body }) => {
        exactlyOne(body);
        return inClinic(database, clinicId, async (trx) => {
          demandAsked(await askBulkWork(trx, body, { userId, at: clock.now() }, send));
          return shown(await showBulkWork(trx, body.id));
        });
      },
    );

    app.post(
      '/bulk-works/:workId/stop',
      {
        config,
        schema: {
          tags,
          summary: 'Stop it',
          description: 'After the batch that is being done. What was done stays done. 409 when it is over.',
          params,
          response: ofOne,
        },
      },
      async ({ member: { clinicId, userId }, params: { workId } }) =>
        inClinic(database, clinicId, async (trx) => {
          const outcome = await stopBulkWork(trx, workId, { userId, at: clock.now() });
          if (outcome === 'no-such-work') throw new Problem('not-found');
          if (outcome === 'over') throw new Problem('conflict', 'It is over already.');
          return shown(await showBulkWork(trx, workId));
        }),
    );
  };
