import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addTask } from './add-task.ts';
import { changeTask } from './change-task.ts';
import { listTasks, showTask } from './list-tasks.ts';
import { readTaskCursor } from './rules/task-cursor.ts';
import { newTaskSchema, taskChangeSchema } from './rules/task-draft.ts';
import {
  exampleTask,
  taskKindSchema,
  taskPageSchema,
  taskViewSchema,
  type TaskView,
} from './rules/task-view.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Tasks'];
const params = z.object({ taskId: z.uuid() });
const query = z.object({
  status: z.enum(['open', 'done']).default('open'),
  due: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('only what is due by now'),
  owner: z
    .union([z.enum(['me', 'nobody']), z.uuid()])
    .optional()
    .describe('a staff member'),
  kind: taskKindSchema.optional(),
  patientId: z.uuid().optional(),
  callId: z.uuid().optional(),
  cursor: z.string().max(100).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const one = taskViewSchema.meta({ examples: [exampleTask] });

const shown = async (trx: ClinicTransaction, taskId: string): Promise<TaskView> => {
  const view = await showTask(trx, taskId);
  if (view === null) throw new Problem('not-found');
  return view;
};

const refusals = {
  'no-such-task': () => new Problem('not-found'),
  'changed-meanwhile': () => new Problem('conflict', 'revision: the task changed since'),
  'no-such-owner': () => new Problem('invalid', 'ownerId: no such staff member'),
  'title-needed': () => new Problem('invalid', 'title: only a callback goes without'),
};

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/tasks',
      {
        schema: {
          tags,
          summary: 'Tasks, callbacks and notes: what is due first, what has no time last',
          description: 'What is done comes newest first.',
          querystring: query,
          response: {
            200: taskPageSchema.meta({
              examples: [{ items: [exampleTask], nextCursor: null, counts: { open: 7, due: 2, mine: 3 } }],
            }),
          },
        },
      },
      async ({ member, query: { status, cursor, due = false, ...asked } }) => {
        const after = cursor === undefined ? null : readTaskCursor(cursor);
        if (cursor !== undefined && after === null)
          throw new Problem('invalid', 'cursor: not one of this list');
        const { owner, kind, patientId, callId, limit } = asked;
        const filter = { owner, kind, patientId, callId, limit, due, after, done: status === 'done' };
        return inClinic(database, member.clinicId, (trx) =>
          listTasks(trx, filter, { userId: member.userId, now: clock.now() }),
        );
      },
    );

    app.get(
      '/tasks/:taskId',
      { schema: { tags, summary: 'One task', params, response: { 200: one } } },
      async ({ member, params: { taskId } }) =>
        inClinic(database, member.clinicId, (trx) => shown(trx, taskId)),
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/tasks',
      {
        schema: {
          tags,
          summary: 'Put a task, a callback or a note on the list',
          description: 'A callback with a call takes the number and the person of that call.',
          body: newTaskSchema.meta({
            examples: [
              { kind: 'callback', patientId: exampleTask.patient!.id, dueAt: '2026-11-24T16:00:00Z' },
            ],
          }),
          response: { 201: one },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const view = await inClinic(database, member.clinicId, async (trx) => {
          const added = await addTask(trx, body, by);
          if (!added.ok) throw new Problem('invalid', added.fault);
          return shown(trx, added.taskId);
        });
        return reply.code(201).send(view);
      },
    );

    app.patch(
      '/tasks/:taskId',
      {
        schema: {
          tags,
          summary: 'Change a task, give it to somebody, mark it done or open again',
          params,
          body: taskChangeSchema.meta({ examples: [{ done: true }] }),
          response: { 200: one },
        },
      },
      async ({ member, params: { taskId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const outcome = await changeTask(trx, taskId, body, by);
          if (outcome !== 'done') throw refusals[outcome]();
          return shown(trx, taskId);
        });
      },
    );
  };

/** The task list of one clinic. */
export const tasksApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
