import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atLeast } from '../accounts/rules/role.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addView, changeView, chooseDefaultView, listViews, removeView, type Viewer } from './keep-view.ts';
import { newViewSchema, savedViewSchema, viewChangeSchema } from './rules/saved-view.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Calls'];
const clinicPath = z.object({ clinicId: z.uuid() });
const viewPath = clinicPath.extend({ viewId: z.uuid() });
const all = z.object({ items: z.array(savedViewSchema) });
const choice = z.object({ viewId: z.uuid().nullable().describe('null: the log opens with every call') });

const refuse = (outcome: 'no-such-view' | 'not-yours' | 'name-taken'): never => {
  if (outcome === 'no-such-view') throw new Problem('not-found');
  if (outcome === 'not-yours') throw new Problem('forbidden');
  throw new Problem('conflict', 'name: you have a view of this name');
};

/** Searches of the call log that are kept: one's own, and those shared with the clinic. */
export const savedViewsApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const viewer = ({ member }: FastifyRequest): Viewer => ({
      userId: member.userId,
      manages: atLeast(member.role, 'manager'),
      at: clock.now(),
    });

    app.get(
      '/call-views',
      {
        schema: {
          tags,
          summary: 'Kept views of the call log: yours, then those shared',
          params: clinicPath,
          response: { 200: all },
        },
      },
      async ({ member }) => ({
        items: await inClinic(database, member.clinicId, (trx) => listViews(trx, member.userId)),
      }),
    );

    app.post(
      '/call-views',
      {
        schema: {
          tags,
          summary: 'Keep a search under a name',
          description: 'A name may be used once by each person.',
          params: clinicPath,
          body: newViewSchema.meta({
            examples: [{ name: 'Missed in billing', shared: true, search: { outcome: 'missed' } }],
          }),
          response: { 201: savedViewSchema },
        },
      },
      async (request, reply) => {
        const { member, body } = request;
        const view = await inClinic(database, member.clinicId, async (trx) => {
          const viewId = await addView(trx, body, viewer(request));
          return (await listViews(trx, member.userId)).find(({ id }) => id === viewId);
        });
        return reply.code(201).send(view ?? refuse('name-taken'));
      },
    );

    app.patch(
      '/call-views/:viewId',
      {
        schema: {
          tags,
          summary: 'Rename, share or change a kept view',
          description: 'Your own; managers also those that others share.',
          params: viewPath,
          body: viewChangeSchema.meta({ examples: [{ name: 'Missed this week' }] }),
          response: { 200: all },
        },
      },
      async (request) => {
        const { member, params, body } = request;
        return inClinic(database, member.clinicId, async (trx) => {
          const outcome = await changeView(trx, params.viewId, body, viewer(request));
          if (outcome !== 'done') refuse(outcome);
          return { items: await listViews(trx, member.userId) };
        });
      },
    );

    app.delete(
      '/call-views/:viewId',
      {
        schema: {
          tags,
          summary: 'Delete a kept view',
          description: 'Your own; managers also those that others share. No call is deleted by it.',
          params: viewPath,
          response: { 204: z.null().describe('deleted') },
        },
      },
      async (request, reply) => {
        const { member, params } = request;
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          removeView(trx, params.viewId, viewer(request)),
        );
        if (outcome !== 'done') refuse(outcome);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/my/call-view',
      {
        config: { needs: 'readonly' },
        schema: {
          tags,
          summary: 'The view that the log opens with, for you',
          params: clinicPath,
          body: choice.meta({ examples: [{ viewId: null }] }),
          response: { 200: choice },
        },
      },
      async ({ member, body }) => {
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          chooseDefaultView(trx, body.viewId, member.userId),
        );
        if (outcome !== 'done') refuse(outcome);
        return body;
      },
    );
  };
