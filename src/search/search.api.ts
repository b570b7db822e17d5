import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { foundSchema } from './rules/found-view.ts';
import { searchEverything } from './search-everything.ts';

type Dependencies = { database: Database; clock: Clock };

const query = z.object({
  q: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .meta({ example: 'Schneidr' })
    .describe('part of a name, digits of a telephone number, or a birth date'),
});

/** One search over people and calls. Registered under `/api/v1/clinics/:clinicId`. */
export const searchApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/search',
      {
        schema: {
          tags: ['Search'],
          summary: 'Search people and calls',
          description:
            'The few best of each kind. The lists of patients and calls have filters and pages; this is for finding somebody quickly.',
          querystring: query,
          response: { 200: foundSchema },
        },
      },
      ({ member, query: { q } }) =>
        inClinic(database, member.clinicId, (trx) => searchEverything(trx, q, clock.now())),
    );
  };
