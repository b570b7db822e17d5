import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { changeAppointment } from './change-appointment.ts';
import { listAppointments } from './list-appointments.ts';
import type { OnAppointmentsChanged } from './note-appointment-change.ts';
import {
  appointmentChangeSchema,
  bookQuerySchema,
  newAppointmentSchema,
  statusChangeSchema,
} from './rules/appointment-input.ts';
import {
  appointmentPageSchema,
  appointmentViewSchema,
  changedAppointmentSchema,
  exampleAppointment,
  exampleChanged,
  type AppointmentView,
} from './rules/appointment-views.ts';
import { scheduleAppointment } from './schedule-appointment.ts';
import { setAppointmentStatus } from './set-appointment-status.ts';
import { showAppointment } from './show-appointment.ts';

type Dependencies = { database: Database; clock: Clock; onAppointmentsChanged: OnAppointmentsChanged };

const tags = ['Appointments'];
const params = z.object({ appointmentId: z.uuid() });

const refusals = {
  'no-such-appointment': ['not-found', undefined],
  'nobody-there': ['not-found', 'patient, practitioner or type: there is none of that id, or no longer'],
  'changed-meanwhile': ['conflict', 'revision: somebody else changed the appointment'],
  'impossible-time': ['invalid', 'endsAt: after the start, and at most 12 hours later'],
  over: ['appointment-over', undefined],
  'not-after-that': ['appointment-over', 'status: it cannot follow the one that it has'],
  'not-before-its-day': ['too-early', 'status: the day of the appointment has not come'],
  'not-before-its-time': ['too-early', 'status: the appointment has not begun'],
} as const;

/** Thrown inside the transaction, so that what was written before it is given up. */
const refuse = ({ why, revision }: { why: keyof typeof refusals; revision?: number }): never => {
  const [code, detail] = refusals[why];
  throw new Problem(code, revision === undefined ? detail : `revision: it is now ${revision}`);
};

const shown = async (trx: ClinicTransaction, id: string): Promise<AppointmentView> =>
  (await showAppointment(trx, id)) ?? refuse({ why: 'no-such-appointment' });

const readingRoutes =
  ({ database }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/appointments',
      {
        schema: {
          tags,
          summary: 'The appointment book from one day to another',
          description: 'By start, page by page. Cancelled ones are in it, with their status.',
          querystring: bookQuerySchema,
          response: {
            200: appointmentPageSchema.meta({
              examples: [
                { timeZone: 'America/Chicago', appointments: [exampleAppointment], nextCursor: null },
              ],
            }),
          },
        },
      },
      async ({ member, query }) => {
        const listed = await inClinic(database, member.clinicId, (trx) => listAppointments(trx, query));
        if (!listed.ok) throw new Problem('invalid', listed.fault);
        return listed.page;
      },
    );
    app.get(
      '/appointments/:appointmentId',
      {
        schema: {
          tags,
          summary: 'One appointment',
          params,
          response: { 200: appointmentViewSchema.meta({ examples: [exampleAppointment] }) },
        },
      },
      async ({ member, params: { appointmentId } }) =>
        inClinic(database, member.clinicId, (trx) => shown(trx, appointmentId)),
    );
  };

const bookingRoutes =
  ({ database, clock, onAppointmentsChanged }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const changed = changedAppointmentSchema.meta({ examples: [exampleChanged] });
    app.post(
      '/appointments',
      {
        schema: {
          tags,
          summary: 'Make an appointment',
          description:
            'Records `APPOINTMENT_SCHEDULED`. `overlaps` names what stands at that time already: a warning, nothing is refused for it.',
          body: newAppointmentSchema.meta({
            examples: [
              {
                patientId: exampleAppointment.patient.id,
                practitionerId: exampleAppointment.practitioner.id,
                typeId: exampleAppointment.type.id,
                startsAt: exampleAppointment.startsAt,
              },
            ],
          }),
          response: { 201: changed },
        },
      },
      async ({ member, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const made = await inClinic(database, member.clinicId, async (trx) => {
          const scheduled = await scheduleAppointment(trx, body, by, onAppointmentsChanged);
          if (!scheduled.ok) return refuse(scheduled);
          return { appointment: await shown(trx, scheduled.id), overlaps: scheduled.overlaps };
        });
        return reply.code(201).send(made);
      },
    );
    app.patch(
      '/appointments/:appointmentId',
      {
        schema: {
          tags,
          summary: 'Move an appointment, or say better what it is for',
          description:
            'Records `APPOINTMENT_RESCHEDULED` for another start or practitioner; what hangs on the appointment (reminders) moves with it. A confirmed appointment with a new start is unconfirmed. 409 `conflict` when somebody else changed it since `revision`, `appointment-over` when the visit began or was given up.',
          params,
          body: appointmentChangeSchema.meta({
            examples: [{ revision: 1, startsAt: '2026-11-25T15:15:00Z' }],
          }),
          response: { 200: changed },
        },
      },
      async ({ member, params: { appointmentId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const moved = await changeAppointment(trx, appointmentId, body, by, onAppointmentsChanged);
          if (!moved.ok) return refuse(moved);
          return { appointment: await shown(trx, appointmentId), overlaps: moved.overlaps };
        });
      },
    );
  };

const statusRoute =
  ({ database, clock, onAppointmentsChanged }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/appointments/:appointmentId/status',
      {
        schema: {
          tags,
          summary: 'Confirm, check in, complete, cancel, mark as missed, or take one of these back',
          description:
            'Records `APPOINTMENT_COMPLETED`, `APPOINTMENT_NO_SHOW` or `APPOINTMENT_CANCELLED`. The status that it has already changes nothing. 409 `too-early` for a visit before its day and a no-show before its time.',
          params,
          body: statusChangeSchema.meta({
            examples: [{ revision: 1, status: 'cancelled', cancelledBy: 'patient' }],
          }),
          response: { 200: appointmentViewSchema.meta({ examples: [exampleAppointment] }) },
        },
      },
      async ({ member, params: { appointmentId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) => {
          const set = await setAppointmentStatus(trx, appointmentId, body, by, onAppointmentsChanged);
          return set.ok ? shown(trx, appointmentId) : refuse(set);
        });
      },
    );
  };

/** `/appointments` of one clinic: the book, and every change in it. */
export const appointmentsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(bookingRoutes(deps));
    await app.register(statusRoute(deps));
  };
