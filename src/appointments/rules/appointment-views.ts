import { z } from 'zod';
import { appointmentStatuses } from './appointment-status.ts';

export const appointmentStatusSchema = z.enum(appointmentStatuses);

export const typeColourSchema = z.enum([
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'pink',
  'violet',
  'grey',
]);
export type TypeColour = z.infer<typeof typeColourSchema>;

export const cancelledBySchema = z.enum(['patient', 'clinic', 'unknown']);
export type CancelledBy = z.infer<typeof cancelledBySchema>;

/** One line of the appointment book. */
export const appointmentViewSchema = z.object({
  id: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  status: appointmentStatusSchema,
  cancelledBy: cancelledBySchema.nullable().describe('null: not cancelled'),
  reason: z.string(),
  revision: z.int().describe('counts changes; sent back with a change'),
  patient: z.object({ id: z.string(), name: z.string() }),
  practitioner: z.object({ id: z.string(), name: z.string() }),
  type: z.object({ id: z.string(), name: z.string(), colour: typeColourSchema }).nullable(),
});
export type AppointmentView = z.infer<typeof appointmentViewSchema>;

export const appointmentPageSchema = z.object({
  timeZone: z.string().describe('the clinic’s: the days asked for are days there'),
  appointments: z.array(appointmentViewSchema),
  nextCursor: z.string().nullable(),
});
export type AppointmentPage = z.infer<typeof appointmentPageSchema>;

/** Another appointment at the same time: a warning, because the clinic may mean it. */
export const overlapSchema = z.object({
  of: z.enum(['practitioner', 'patient']),
  appointmentId: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  patientName: z.string(),
});
export type Overlap = z.infer<typeof overlapSchema>;

export const changedAppointmentSchema = z.object({
  appointment: appointmentViewSchema,
  overlaps: z.array(overlapSchema),
});
export type ChangedAppointment = z.infer<typeof changedAppointmentSchema>;

export const practitionerViewSchema = z.object({ id: z.string(), name: z.string(), archived: z.boolean() });
export type PractitionerView = z.infer<typeof practitionerViewSchema>;

export const appointmentTypeViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  minutes: z.int(),
  colour: typeColourSchema,
  archived: z.boolean(),
});
export type AppointmentTypeView = z.infer<typeof appointmentTypeViewSchema>;

export const exampleAppointment = {
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e5',
  startsAt: '2026-11-24T15:15:00Z',
  endsAt: '2026-11-24T15:45:00Z',
  status: 'booked',
  cancelledBy: null,
  reason: 'Check-up',
  revision: 1,
  patient: { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e3', name: 'Anna Bennett' },
  practitioner: { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8d1', name: 'Dr. Margaret Chen' },
  type: { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8c1', name: 'Check-up', colour: 'teal' },
} satisfies AppointmentView;

export const exampleChanged = { appointment: exampleAppointment, overlaps: [] } satisfies ChangedAppointment;
