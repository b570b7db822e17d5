import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addAppointmentType, changeAppointmentType, listAppointmentTypes } from './keep-appointment-types.ts';
import { addPractitioner, changePractitioner, listPractitioners } from './keep-practitioners.ts';
import {
  appointmentTypeChangeSchema,
  appointmentTypeSchema,
  practitionerChangeSchema,
  practitionerSchema,
} from './rules/appointment-input.ts';
import { appointmentTypeViewSchema, practitionerViewSchema } from './rules/appointment-views.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Appointments'];
const config = { needs: 'manager' } as const;

const practitionerRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/practitioners',
      {
        schema: {
          tags,
          summary: 'Whose calendars there are',
          description: 'By name, the archived ones too.',
          response: { 200: z.object({ practitioners: z.array(practitionerViewSchema) }) },
        },
      },
      async ({ member }) => ({
        practitioners: await inClinic(database, member.clinicId, listPractitioners),
      }),
    );
    app.post(
      '/practitioners',
      {
        config,
        schema: {
          tags,
          summary: 'Add a practitioner',
          body: practitionerSchema.meta({ examples: [{ name: 'Dr. Margaret Chen' }] }),
          response: { 201: practitionerViewSchema },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const added = await inClinic(database, member.clinicId, (trx) => addPractitioner(trx, body.name, by));
        return reply.code(201).send(added);
      },
    );
    app.patch(
      '/practitioners/:practitionerId',
      {
        config,
        schema: {
          tags,
          summary: 'Rename a practitioner, archive or restore them',
          description: 'Appointments of an archived practitioner stay; new ones cannot be made with them.',
          params: z.object({ practitionerId: z.uuid() }),
          body: practitionerChangeSchema.meta({ examples: [{ archived: true }] }),
          response: { 200: practitionerViewSchema },
        },
      },
      async ({ member, params: { practitionerId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        const changed = await inClinic(database, member.clinicId, (trx) =>
          changePractitioner(trx, practitionerId, body, by),
        );
        if (changed === null) throw new Problem('not-found');
        return changed;
      },
    );
  };

const nameTaken = 'name: there is one of that name';

const typeRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/appointment-types',
      {
        schema: {
          tags,
          summary: 'What kinds of visit there are, and how long they take',
          response: { 200: z.object({ types: z.array(appointmentTypeViewSchema) }) },
        },
      },
      async ({ member }) => ({ types: await inClinic(database, member.clinicId, listAppointmentTypes) }),
    );
    app.post(
      '/appointment-types',
      {
        config,
        schema: {
          tags,
          summary: 'Add a kind of visit',
          description: '409 `conflict` when there is one of that name.',
          body: appointmentTypeSchema.meta({
            examples: [{ name: 'Check-up', minutes: 30, colour: 'teal' }],
          }),
          response: { 201: appointmentTypeViewSchema },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const added = await inClinic(database, member.clinicId, (trx) => addAppointmentType(trx, body, by));
        if (added === null) throw new Problem('conflict', nameTaken);
        return reply.code(201).send(added);
      },
    );
    app.patch(
      '/appointment-types/:typeId',
      {
        config,
        schema: {
          tags,
          summary: 'Change, archive or restore a kind of visit',
          description: 'Appointments that were made with it keep it, and their length.',
          params: z.object({ typeId: z.uuid() }),
          body: appointmentTypeChangeSchema.meta({ examples: [{ minutes: 45 }] }),
          response: { 200: appointmentTypeViewSchema },
        },
      },
      async ({ member, params: { typeId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        const changed = await inClinic(database, member.clinicId, (trx) =>
          changeAppointmentType(trx, typeId, body, by),
        );
        if (changed === 'no-such-type') throw new Problem('not-found');
        if (changed === 'name-taken') throw new Problem('conflict', nameTaken);
        return changed;
      },
    );
  };

/** Practitioners and kinds of visit: what an appointment is made of. */
export const practitionersApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(practitionerRoutes(deps));
    await app.register(typeRoutes(deps));
  };
