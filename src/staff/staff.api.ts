import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { endPresence } from './end-presence.ts';
import { listDepartments, listStaff } from './list-staff.ts';
import { markPresent } from './mark-present.ts';
import { departmentViewSchema, staffViewSchema } from './rules/staff-views.ts';
import { switchAvailability } from './switch-availability.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Staff'];
const availability = z.object({ available: z.boolean() });
const presence = z.object({ session: z.string().min(1).max(100).describe('names the browser tab') });
const nothing = z.null().describe('done');

const staffIdOf = ({ member }: FastifyRequest): string => {
  if (member.staffId === null) throw new Problem('no-answer-calls');
  return member.staffId;
};

export const staffApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/staff',
      {
        schema: {
          tags,
          summary: 'Everybody on the staff, and whether they can take a call now',
          response: { 200: z.object({ items: z.array(staffViewSchema) }) },
        },
      },
      async ({ member }) => ({
        items: await inClinic(database, member.clinicId, (trx) => listStaff(trx, clock.now())),
      }),
    );

    app.get(
      '/departments',
      {
        schema: {
          tags,
          summary: 'Departments',
          response: { 200: z.object({ items: z.array(departmentViewSchema) }) },
        },
      },
      async ({ member }) => ({ items: await inClinic(database, member.clinicId, listDepartments) }),
    );

    app.put(
      '/my/availability',
      {
        schema: {
          tags,
          summary: 'Take calls or not',
          body: availability,
          response: { 200: availability },
        },
      },
      async (request) => {
        const { available } = request.body;
        const staffId = staffIdOf(request);
        await inClinic(database, request.member.clinicId, (trx) =>
          switchAvailability(trx, staffId, available),
        );
        return { available };
      },
    );

    app.put(
      '/my/presence',
      {
        schema: {
          tags,
          summary: 'This portal is open: say so every 15 s',
          body: presence,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const staffId = staffIdOf(request);
        await inClinic(database, request.member.clinicId, (trx) =>
          markPresent(trx, staffId, request.body.session, clock.now()),
        );
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/my/presence/end',
      {
        schema: {
          tags,
          summary: 'This portal closes (a beacon may send it)',
          body: presence,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const staffId = staffIdOf(request);
        await inClinic(database, request.member.clinicId, (trx) =>
          endPresence(trx, staffId, request.body.session),
        );
        return reply.code(204).send(null);
      },
    );
  };
