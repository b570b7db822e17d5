import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../platform/errors.ts';
import {
  holidayCalendars,
  holidayCalendarsSchema,
  holidayListSchema,
  listHolidays,
} from '../clinics/rules/holidays.ts';

const tags = ['Routing'];

/** Public holidays to choose from. Registered under `/api/v1/clinics/:clinicId`. */
export const holidaysApi: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/routing/holiday-calendars',
    {
      schema: {
        tags,
        summary: 'Countries and states whose public holidays are known',
        response: {
          200: holidayCalendarsSchema.meta({
            examples: [
              {
                countries: [
                  {
                    code: 'DE',
                    names: { en: 'Germany', de: 'Deutschland' },
                    states: [{ code: 'BY', names: { en: 'Bayern', de: 'Bayern' } }],
                  },
                ],
              },
            ],
          }),
        },
      },
    },
    async () => holidayCalendars(),
  );

  app.get(
    '/routing/holidays',
    {
      schema: {
        tags,
        summary: 'The public holidays of a year',
        querystring: z.object({
          country: z.string().max(2).describe('ISO 3166-1, such as US or DE'),
          state: z.string().max(8).optional().describe('such as IL or BY'),
          year: z.coerce.number().int().min(2000).max(2100),
        }),
        response: {
          200: holidayListSchema.meta({
            examples: [
              { holidays: [{ date: '2026-01-01', names: { en: "New Year's Day", de: 'Neujahr' } }] },
            ],
          }),
        },
      },
    },
    async ({ query: { country, state, year } }) => {
      const list = listHolidays(country, state, year);
      if (!list) throw new Problem('not-found', 'No calendar of this country and state is known.');
      return list;
    },
  );
};
