import { z } from 'zod';

export const phoneKindSchema = z.enum(['mobile', 'home', 'work', 'other']);
export type PhoneKind = z.infer<typeof phoneKindSchema>;

/** A number as the clinic keeps it. */
export const phoneNumberSchema = z.object({
  number: z.string().describe('E.164'),
  kind: phoneKindSchema,
  preferred: z.boolean().describe('tried first; at most one of a person’s numbers'),
  takesSms: z.boolean().describe('false: a landline, or they asked for no messages there'),
  unreachable: z.boolean().describe('known to lead nowhere; kept so that it is not entered again'),
});
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

export const emailSchema = z.object({
  email: z.string(),
  preferred: z.boolean(),
});

/** What another system calls this person. System `practice` is the patient number that the staff say aloud. */
export const identifierSchema = z.object({ system: z.string(), value: z.string() });

export const addressSchema = z.object({
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable().describe('ISO 3166, two letters'),
});
