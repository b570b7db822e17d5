import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { addressSchema, emailSchema, identifierSchema, phoneNumberSchema } from './contact-points.ts';
import { relationSchema } from './relation.ts';

const balanceSchema = z.object({ cents: z.number().int(), currency: z.string() });
const appointmentSchema = z.object({
  id: z.uuid(),
  startsAt: z.iso.datetime(),
  reason: z.string(),
  practitioner: z.string(),
});
export const genderSchema = z.enum(['female', 'male', 'other', 'unknown']);

/** How to reach somebody: on a number of their own, or on that of who answers for them. */
const contactNumberSchema = z.object({
  number: z.string().describe('E.164'),
  of: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null: their own number'),
});

/** One row of `GET patients`. */
export const patientListItemSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  birthDate: z.iso.date().nullable(),
  contactNumber: contactNumberSchema.nullable(),
  email: z.string().nullable(),
  language: languageSchema.nullable(),
  familyHint: z
    .string()
    .nullable()
    .describe('in the clinic’s language: "mother of Anna and Ben"; null for who answers for nobody'),
  guardians: z.array(z.object({ id: z.uuid(), name: z.string(), relation: relationSchema })),
  tags: z.array(z.string()),
  vip: z.boolean(),
  balance: balanceSchema,
  nextAppointment: appointmentSchema.nullable(),
  lastAppointmentAt: z.iso.datetime().nullable().describe('the last one that was kept or is not marked'),
  archived: z.boolean(),
});
export type PatientListItem = z.infer<typeof patientListItemSchema>;

export const totalSchema = z.object({
  count: z.number().int(),
  exact: z.boolean().describe('false above a bound: the count is then an estimate'),
});
export type Total = z.infer<typeof totalSchema>;

export const patientPageSchema = z.object({
  patients: z.array(patientListItemSchema),
  nextCursor: z.string().nullable(),
  total: totalSchema.nullable().describe('on the first page only'),
});
export type PatientPage = z.infer<typeof patientPageSchema>;

const relativeSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  birthDate: z.iso.date().nullable(),
  relation: relationSchema.describe('what the guardian is to the child'),
  speaksFor: z.boolean().describe('may decide for them on the telephone'),
  phoneNumber: z.string().nullable(),
});

export const noteViewSchema = z.object({
  id: z.uuid(),
  body: z.string(),
  pinned: z.boolean(),
  author: z.string().nullable().describe('null: imported, or the account is gone'),
  own: z.boolean().describe('written by who asks: may be changed and deleted'),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** `GET patients/:patientId`: everything beside the timeline. */
export const patientViewSchema = z.object({
  id: z.uuid(),
  revision: z.number().int().describe('send it with a change'),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  preferredName: z.string().nullable(),
  salutation: z.string().nullable(),
  gender: genderSchema.nullable(),
  birthDate: z.iso.date().nullable(),
  language: languageSchema.nullable().describe('calls and messages to them; null: the clinic’s'),
  spokenLanguages: z.array(z.string()).describe('BCP 47'),
  timeZone: z.object({
    zone: z.string().describe('IANA'),
    source: z
      .enum(['patient', 'number', 'clinic'])
      .describe('said so, from the country of the number, or assumed'),
  }),
  phoneNumbers: z.array(phoneNumberSchema).describe('the preferred one first'),
  contactNumber: contactNumberSchema.nullable(),
  emails: z.array(emailSchema),
  address: addressSchema,
  identifiers: z.array(identifierSchema),
  tags: z.array(z.string()),
  vip: z.boolean(),
  balance: balanceSchema,
  guardians: z.array(relativeSchema).describe('who answers for them'),
  children: z.array(relativeSchema).describe('whom they answer for'),
  familyHint: z.string().nullable(),
  nextAppointment: appointmentSchema.nullable(),
  lastAppointmentAt: z.iso.datetime().nullable(),
  notes: z.array(noteViewSchema).describe('the pinned ones; the others are on the timeline'),
  archivedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  mergedFrom: z
    .array(
      z.object({ mergeId: z.uuid(), name: z.string(), at: z.iso.datetime(), undoUntil: z.iso.datetime() }),
    )
    .describe('duplicates that became this person and can still be taken apart'),
});
export type PatientView = z.infer<typeof patientViewSchema>;
