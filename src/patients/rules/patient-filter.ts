import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';

/** In an address, where everything is text. */
const yesNo = z.enum(['true', 'false']).transform((text) => text === 'true');
const day = z.iso.date().refine((text) => text >= '1800' && text < '2200', 'between 1800 and 2200');
const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .describe('MM-DD');

export const patientSortSchema = z.enum(['name', 'newest', 'birthDate', 'balance']);
export type PatientSort = z.infer<typeof patientSortSchema>;

const filters = {
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('part of a name (also misspelt), of a number in any writing, a birth date, a patient number'),
  language: languageSchema.optional(),
  hasNumber: yesNo.optional().describe('a number of their own'),
  hasEmail: yesNo.optional(),
  minor: yesNo.optional().describe('under 18 today; those without a birth date are neither'),
  birthdayFrom: monthDay.optional().describe('with birthdayTo; may run over the new year: 12-20 to 01-06'),
  birthdayTo: monthDay.optional(),
  balanceOver: z.coerce.number().int().optional().describe('cents that they owe at least one more than'),
  tag: z.string().max(40).optional(),
  vip: yesNo.optional(),
  nextAppointmentFrom: day.optional().describe('days in the clinic’s time zone'),
  nextAppointmentTo: day.optional().describe('including this day'),
  lastAppointmentFrom: day.optional(),
  lastAppointmentTo: day.optional().describe('including this day'),
  noAppointmentSince: day.optional().describe('neither after this day nor booked: who may be forgotten'),
  archived: z.enum(['without', 'with', 'only']).default('without'),
};

/** Search and filters, as the list and its export take them. */
export const patientFilterSchema = z.object(filters);
export type PatientFilter = z.infer<typeof patientFilterSchema>;

/** Query of `GET patients`. */
export const patientListQuerySchema = patientFilterSchema.extend({
  sort: patientSortSchema
    .optional()
    .describe('default: by name; while searching, the best match first. Not used while searching'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional().describe('nextCursor of the page before'),
});
export type PatientListQuery = z.infer<typeof patientListQuerySchema>;
