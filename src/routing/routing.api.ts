import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { previewRouting } from './preview-routing.ts';
import { previewSchema } from './rules/preview-view.ts';
import { routingDocumentSchema } from './rules/routing-document.ts';
import { showDraft } from './show-draft.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Routing'];
const noSettings = () => new Problem('not-found', 'This clinic has no call settings.');

const previewQuery = z.object({
  at: z.iso.datetime({ offset: true }).optional().describe('default: now'),
  digits: z
    .string()
    .regex(/^[0-9*#]{0,20}$/)
    .default('')
    .describe('the keys that the caller presses, one for each menu'),
  // A plus sign in a query that nobody encoded arrives as a space.
  number: z
    .string()
    .trim()
    .regex(/^\+?[1-9][0-9]{4,14}$/)
    .transform((typed) => (typed.startsWith('+') ? typed : `+${typed}`))
    .optional()
    .describe('the clinic’s number that is called'),
  caller: z.uuid().optional().describe('a patient who calls from their number; default: somebody unknown'),
  draft: z.stringbool().default(false).describe('true: decided on the draft instead of on what is published'),
});

/** How a clinic's calls are taken: to read and to try out. Registered under `/api/v1/clinics/:clinicId`. */
export const routingApi =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/routing',
      {
        schema: {
          tags,
          summary: 'How calls are taken',
          description:
            'What is published, as one document. It is changed by a draft (`PUT …/routing/draft`).',
          response: {
            200: z.object({
              document: routingDocumentSchema,
              publication: z.number().int().describe('its number; 0 = nothing was published yet'),
            }),
          },
        },
      },
      async ({ member }) => {
        const view = await inClinic(database, member.clinicId, showDraft);
        if (!view) throw noSettings();
        return { document: view.published, publication: view.publication };
      },
    );

    app.get(
      '/routing/preview',
      {
        schema: {
          tags,
          summary: 'What would happen to a call, if nobody answered',
          description:
            'Decided by the same function as real calls. Hours and holidays are those of `at`; who is online, available and free is as it is now.',
          querystring: previewQuery,
          response: { 200: previewSchema },
        },
      },
      async ({ member, query: { at, digits, number = '', draft, caller = null } }) => {
        const now = clock.now();
        const call = {
          number,
          digits,
          draft,
          callerId: caller,
          at: at === undefined ? now : Temporal.Instant.from(at),
        };
        const preview = await inClinic(database, member.clinicId, (trx) => previewRouting(trx, call, now));
        if (preview === 'no-such-patient') throw new Problem('invalid', 'caller: no such patient');
        if (!preview) throw noSettings();
        return preview;
      },
    );
  };
