import { z } from 'zod';
import { clinicSettingsSchema } from '../../clinics/rules/clinic-settings.ts';

/** `GET settings` of a clinic. */
export const clinicSettingsViewSchema = clinicSettingsSchema.extend({
  expiring: z
    .object({ calls: z.number().int(), receipts: z.number().int() })
    .describe('what the next nightly run would remove'),
});
export type ClinicSettingsView = z.infer<typeof clinicSettingsViewSchema>;
