import { z } from 'zod';

export const foundPersonSchema = z
  .object({
    kind: z.enum(['patient', 'lead', 'staff']),
    id: z.uuid(),
    name: z.string(),
    birthDate: z.string().nullable().describe('a patient’s, as 1984-03-07'),
    phoneNumber: z.string().nullable().describe('E.164; the one to call'),
    note: z.string().nullable().describe('“mother of Anna” for a patient, the title of a staff member'),
  })
  .meta({ id: 'FoundPerson' });

export const foundCallSchema = z
  .object({
    id: z.uuid(),
    startedAt: z.iso.datetime(),
    direction: z.enum(['inbound', 'outbound']),
    name: z.string().nullable(),
    number: z.string().describe('E.164, of the person outside the clinic'),
  })
  .meta({ id: 'FoundCall' });

export const foundSchema = z
  .object({ people: z.array(foundPersonSchema), calls: z.array(foundCallSchema) })
  .meta({ id: 'Found' });

export type FoundPerson = z.infer<typeof foundPersonSchema>;
export type FoundCall = z.infer<typeof foundCallSchema>;
export type Found = z.infer<typeof foundSchema>;
