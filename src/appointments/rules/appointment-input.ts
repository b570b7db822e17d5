import { z } from 'zod';
import { appointmentStatusSchema, cancelledBySchema, typeColourSchema } from './appointment-views.ts';

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters');
const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '1900' && text < '2200', 'between 1900 and 2200');
const revision = z.int().min(1).max(2_000_000_000).describe('of the appointment as you saw it');

export const newAppointmentSchema = z.object({
  patientId: z.uuid(),
  practitionerId: z.uuid(),
  typeId: z.uuid().nullable().default(null),
  startsAt: moment,
  endsAt: moment.optional().describe('default: as long as its type, else 30 minutes'),
  reason: line(200).default('').describe('default: the name of its type'),
});
export type NewAppointment = z.infer<typeof newAppointmentSchema>;

export const appointmentChangeSchema = z
  .object({
    revision,
    startsAt: moment.optional(),
    endsAt: moment.optional().describe('without it the appointment keeps its length'),
    practitionerId: z.uuid().optional(),
    typeId: z.uuid().nullable().optional(),
    reason: line(200).optional(),
  })
  .describe('what changes, and the revision it was seen at');
export type AppointmentChange = z.infer<typeof appointmentChangeSchema>;

export const statusChangeSchema = z.object({
  revision,
  status: appointmentStatusSchema,
  cancelledBy: cancelledBySchema.default('unknown').describe('of a cancellation: who wanted it'),
});

const day = z.iso.date().refine((text) => text >= '1900' && text < '2200', 'between 1900 and 2200');

export const bookQuerySchema = z.object({
  from: day.describe('first day, in the clinic’s time zone'),
  to: day.describe('last day, at most 62 days later'),
  practitionerId: z.uuid().optional(),
  patientId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(500),
  cursor: z.string().max(200).optional(),
});
export type BookQuery = z.infer<typeof bookQuerySchema>;

export const practitionerSchema = z.object({ name: line(120).min(1) });
export const practitionerChangeSchema = practitionerSchema.extend({ archived: z.boolean() }).partial();

export const appointmentTypeSchema = z.object({
  name: line(80).min(1),
  minutes: z.int().min(5).max(720),
  colour: typeColourSchema.default('blue'),
});
export type NewAppointmentType = z.infer<typeof appointmentTypeSchema>;
export const appointmentTypeChangeSchema = z
  .object({
    name: line(80).min(1),
    minutes: z.int().min(5).max(720),
    colour: typeColourSchema,
    archived: z.boolean(),
  })
  .partial();
export type AppointmentTypeChange = z.infer<typeof appointmentTypeChangeSchema>;
