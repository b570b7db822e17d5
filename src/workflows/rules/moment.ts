import { z } from 'zod';

export const timeSchema = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time such as 09:00')
  .describe('of the day, in the clinic’s zone');
const count = (most: number) => z.number().int().min(0).max(most).optional();

/** Weeks and days are days of the calendar: the time of day stays across a change of the clocks. Hours are hours. */
export const spanSchema = z.strictObject({
  months: count(36),
  weeks: count(150),
  days: count(1000),
  hours: count(1000),
  minutes: count(10_000),
});
export type Span = z.infer<typeof spanSchema>;

/** Until when a step waits. */
export const momentSchema = z.discriminatedUnion('until', [
  z.strictObject({ until: z.literal('later'), span: spanSchema, at: timeSchema.optional() }),
  z.strictObject({ until: z.literal('before-appointment'), span: spanSchema, at: timeSchema.optional() }),
  z.strictObject({ until: z.literal('after-appointment'), span: spanSchema, at: timeSchema.optional() }),
  z.strictObject({ until: z.literal('morning-of-appointment'), at: timeSchema.default('08:00') }),
  z.strictObject({
    until: z.literal('business-day'),
    count: z.number().int().min(1).max(60).default(1),
    at: timeSchema,
  }),
  z.strictObject({ until: z.literal('time-of-day'), at: timeSchema }),
  z.strictObject({
    until: z.literal('birthday'),
    daysBefore: z.number().int().min(0).max(60).default(0),
    at: timeSchema,
  }),
]);
export type Moment = z.infer<typeof momentSchema>;

/** Times that move with the appointment. */
export const hangsOnAppointment = ({ until }: Moment): boolean =>
  until === 'before-appointment' || until === 'after-appointment' || until === 'morning-of-appointment';

/** Times that have no sense any more once the appointment has begun. */
export const mustPrecedeAppointment = ({ until }: Moment): boolean =>
  until === 'before-appointment' || until === 'morning-of-appointment';
