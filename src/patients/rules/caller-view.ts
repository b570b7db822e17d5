import { z } from 'zod';
import { treatmentPhaseSchema } from '../../care/rules/treatment-phase.ts';
import { languageSchema } from '../../clinics/rules/language.ts';

/** Who is (probably) calling, matched by E.164 number: the screen pop. */
export const callerViewSchema = z.object({
  kind: z.enum(['patient', 'family', 'lead', 'unknown']),
  name: z.string().nullable().describe('null when unknown; for a family the guardian or the shared surname'),
  people: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['patient', 'lead']),
      name: z.string(),
      birthDate: z.iso.date().nullable(),
      relation: z
        .string()
        .nullable()
        .describe('e.g. "mother of Anna and Ben"; null when they are the patient'),
      vip: z.boolean(),
    }),
  ),
  language: languageSchema.nullable(),
  nextAppointment: z
    .object({
      startsAt: z.iso.datetime(),
      reason: z.string(),
      practitioner: z.string(),
      patientName: z.string(),
    })
    .nullable(),
  balance: z.object({ cents: z.number().int(), currency: z.string() }).nullable(),
  plan: z
    .object({ name: z.string(), phase: treatmentPhaseSchema, patientName: z.string() })
    .nullable()
    .describe('the treatment that goes on, of one of them'),
  lastContacts: z.array(z.object({ at: z.iso.datetime(), callId: z.string(), outcome: z.string() })),
});
export type CallerView = z.infer<typeof callerViewSchema>;
