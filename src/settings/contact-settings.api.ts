import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { changeContactSettings, showContactSettings } from './keep-contact-settings.ts';
import {
  contactSettingsSchema,
  contactSettingsViewSchema,
  exampleContactSettings,
} from './rules/contact-settings.ts';

const exampleView = {
  ...exampleContactSettings,
  currency: 'USD',
  numbers: exampleContactSettings.numbers.map((one) => ({ ...one, label: 'Front desk' })),
};

/** `/contact-settings` of one clinic: how fast it writes and calls by itself, and what that costs. */
export const contactSettingsApi =
  ({ database, clock }: { database: Database; clock: Clock }): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['Clinic settings'];
    const response = { 200: contactSettingsViewSchema.meta({ examples: [exampleView] }) };
    app.get(
      '/contact-settings',
      {
        schema: {
          tags,
          summary: 'How fast the clinic writes and calls by itself, and what a text message costs',
          response,
        },
      },
      ({ member }) => inClinic(database, member.clinicId, showContactSettings),
    );
    app.put(
      '/contact-settings',
      {
        schema: {
          tags,
          summary: 'Change how fast the clinic writes and calls by itself',
          description:
            'Holds for what leaves from now on; what the pace has given a moment already keeps it. Numbers that are left out keep what they have.',
          body: contactSettingsSchema.meta({ examples: [exampleContactSettings] }),
          response,
        },
        config: { needs: 'manager' },
      },
      async ({ member, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        const view = await inClinic(database, member.clinicId, (trx) => changeContactSettings(trx, body, by));
        if (view === null) throw new Problem('invalid', 'numbers: each of the clinic’s own, once');
        return view;
      },
    );
  };
