import { z } from 'zod';

/** What is one value for a person, so that one of the two records must win. Lists are joined, balances added. */
export const mergeFieldSchema = z.enum([
  'givenName',
  'familyName',
  'preferredName',
  'salutation',
  'gender',
  'birthDate',
  'language',
  'spokenLanguages',
  'timeZone',
  'address',
]);
export type MergeField = z.infer<typeof mergeFieldSchema>;

/** Body of `POST patients/:patientId/merge`. */
export const mergeSchema = z
  .object({
    duplicateId: z.uuid().describe('becomes part of the person in the address'),
    take: z
      .array(mergeFieldSchema)
      .max(20)
      .default([])
      .describe('fields in which the duplicate wins; empty fields are filled from it in any case'),
  })
  .meta({ examples: [{ duplicateId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e4', take: ['birthDate'] }] });

export const duplicateReasonSchema = z.enum([
  'same-name-and-birth-date',
  'similar-name-and-birth-date',
  'same-number-and-birth-date',
  'same-number-and-name',
  'same-email-and-name',
]);
export type DuplicateReason = z.infer<typeof duplicateReasonSchema>;
