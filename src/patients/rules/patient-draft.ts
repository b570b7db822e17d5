import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { emailAddressSchema } from './email-address.ts';
import { identifierSchema, phoneKindSchema } from './contact-points.ts';
import { genderSchema } from './patient-views.ts';

/** One line of text as typed: no control characters, which no form sends and every export would suffer from. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, 'no control characters');
const optionalLine = (max: number) => line(max).nullable();

const isZone = (zone: string): boolean => {
  try {
    return (
      Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(zone)
    );
  } catch {
    return false;
  }
};
const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};
const atMostOnePreferred = (all: readonly { preferred?: boolean | undefined }[]): boolean =>
  all.filter(({ preferred }) => preferred === true).length <= 1;
const onePreferred = { error: 'at most one is preferred' };

const typedPhoneNumberSchema = z.object({
  number: z.string().trim().min(1).max(40).describe('typed in any way; read by the clinic’s country'),
  kind: phoneKindSchema.default('mobile'),
  preferred: z.boolean().default(false),
  takesSms: z.boolean().default(true),
  unreachable: z.boolean().default(false),
});

const fields = {
  givenName: line(80),
  familyName: line(80),
  preferredName: optionalLine(80),
  salutation: optionalLine(40),
  gender: genderSchema.nullable(),
  birthDate: z.iso
    .date()
    .refine((day) => day >= '1880-01-01' && day < '2200', 'between 1880 and 2200')
    .nullable(),
  language: languageSchema.nullable(),
  spokenLanguages: z.array(z.string().max(35).refine(isLanguage, 'not a language tag')).max(10),
  timeZone: z.string().max(60).refine(isZone, 'not an IANA time zone').nullable(),
  phoneNumbers: z.array(typedPhoneNumberSchema).max(10).refine(atMostOnePreferred, onePreferred),
  emails: z
    .array(z.object({ email: emailAddressSchema.toLowerCase(), preferred: z.boolean().default(false) }))
    .max(10)
    .refine(atMostOnePreferred, onePreferred),
  address: z.object({
    street: optionalLine(200),
    postalCode: optionalLine(20),
    city: optionalLine(100),
    region: optionalLine(100),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
  }),
  identifiers: z.array(identifierSchema.extend({ system: line(200), value: line(100) })).max(20),
  tags: z.array(line(40)).max(30),
  vip: z.boolean(),
  balanceCents: z.number().int().min(-1_000_000_00).max(1_000_000_00),
};

const everything = z.object(fields);
/** What the clinic keeps about somebody, as typed. Lists replace the list that is there. */
export type PatientFields = z.infer<typeof everything>;

/** Body of `POST patients`: a name is enough. */
export const newPatientSchema = everything
  .partial()
  .required({ givenName: true, familyName: true })
  .describe('a name is enough');
export type NewPatient = z.infer<typeof newPatientSchema>;

/** Body of `PATCH patients/:patientId`: only what changes. */
export const patientChangeSchema = everything
  .partial()
  .extend({
    revision: z.number().int().min(1).describe('of the record as you saw it'),
    archived: z.boolean().optional(),
  })
  .describe('what changes, and the revision it was seen at');
export type PatientChange = z.infer<typeof patientChangeSchema>;
