import { z } from 'zod';
import { clinicSettingsSchema } from '../../clinics/rules/clinic-settings.ts';

/** `GET settings` of a clinic. */
export const clinicSettingsViewSchema = clinicSettingsSchema.extend({
  expiring: z
    .object({
      calls: z.number().int(),
      receipts: z.number().int(),
      voicemails: z.number().int(),
      decisions: z.number().int(),
    })
    .describe('what the next run would remove: calls and receipts at night, voicemails every hour'),
});
export type ClinicSettingsView = z.infer<typeof clinicSettingsViewSchema>;
