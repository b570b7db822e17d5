import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { wantedSettingsSchema, type ClinicSettings } from '../clinics/rules/clinic-settings.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { changeSettingsOfClinic, showClinicSettings } from './keep-clinic.ts';
import { clinicSettingsViewSchema } from './rules/clinic-settings-view.ts';

const example = {
  name: 'Lakeside Dental',
  timeZone: 'America/Chicago',
  country: 'US',
  language: 'en',
  languages: ['en', 'de'],
  callLogDays: 730,
  webhookReceiptDays: 90,
  contactDecisionDays: 1095,
} satisfies ClinicSettings;

/** `/settings` of one clinic: its name, where it is, and how long it keeps things. */
export const clinicSettingsApi =
  ({ database, clock }: { database: Database; clock: Clock }): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['Clinic settings'];
    const response = { 200: clinicSettingsViewSchema };
    app.get(
      '/settings',
      {
        schema: {
          tags,
          summary: 'The clinic’s settings',
          description: 'With what the next nightly run would remove.',
          response,
        },
      },
      ({ member }) => inClinic(database, member.clinicId, (trx) => showClinicSettings(trx, clock.now())),
    );
    app.put(
      '/settings',
      {
        schema: {
          tags,
          summary: 'Change the clinic’s settings',
          description: 'Shorter times remove rows in the next night, not at once.',
          body: wantedSettingsSchema.meta({ examples: [example] }),
          response,
        },
        config: { needs: 'manager' },
      },
      ({ member, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, (trx) => changeSettingsOfClinic(trx, body, by));
      },
    );
  };
