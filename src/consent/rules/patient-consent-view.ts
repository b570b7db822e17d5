import { z } from 'zod';
import { consentViewSchema, exampleConsent } from './consent-views.ts';
import { contactAnswerSchema, decisionViewSchema } from './decision-view.ts';
import { optOutViewSchema } from './opt-out-view.ts';

/** `GET patients/:patientId/consent` */
export const patientConsentSchema = z.object({
  consents: z.array(consentViewSchema),
  optOuts: z.array(optOutViewSchema).describe('those of a number that the person shares included'),
  answers: z.array(contactAnswerSchema).describe('what automation may do right now'),
  zone: decisionViewSchema.shape.zone,
  place: decisionViewSchema.shape.place,
});
export type PatientConsent = z.infer<typeof patientConsentSchema>;

export const examplePatientConsent: PatientConsent = {
  consents: [exampleConsent],
  optOuts: [],
  answers: [{ channel: 'sms', purpose: 'appointment', allowed: true, reason: 'allowed', notBefore: null }],
  zone: { zone: 'America/Chicago', source: 'clinic' },
  place: { country: 'US', region: 'IL', source: 'number' },
};
