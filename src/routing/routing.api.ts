import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import {
  changeSettings,
  replaceMenu,
  replaceStaffRoutes,
  type By,
  type ChangeResult,
} from './change-routing.ts';
import { previewRouting } from './preview-routing.ts';
import { previewSchema } from './rules/preview-view.ts';
import {
  menuViewSchema,
  routingViewSchema,
  settingsViewSchema,
  staffRouteViewSchema,
  type RoutingView,
} from './rules/routing-view.ts';
import { showRouting } from './show-routing.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Routing'];
const needs = 'manager' as const;
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
  draft: z.stringbool().default(false).describe('true: decided on the draft instead of on what is published'),
});

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/routing',
      {
        schema: { tags, summary: 'How calls are taken', response: { 200: routingViewSchema } },
      },
      async ({ member }) => {
        const view = await inClinic(database, member.clinicId, (trx) => showRouting(trx, clock.now()));
        if (!view) throw noSettings();
        return view;
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
      async ({ member, query: { at, digits, number = '', draft } }) => {
        const now = clock.now();
        const call = { number, digits, draft, at: at === undefined ? now : Temporal.Instant.from(at) };
        const preview = await inClinic(database, member.clinicId, (trx) => previewRouting(trx, call, now));
        if (!preview) throw noSettings();
        return preview;
      },
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    /** Makes the change and shows what came of it, in one transaction. */
    const change = (
      { member }: FastifyRequest,
      make: (trx: ClinicTransaction, by: By) => Promise<ChangeResult>,
    ): Promise<RoutingView> =>
      inClinic(database, member.clinicId, async (trx) => {
        const by = { userId: member.userId, at: clock.now() };
        const result = await make(trx, by);
        if (!result.ok && result.why === 'invalid')
          throw new Problem('invalid', result.faults.slice(0, 10).join('; '));
        const view = result.ok ? await showRouting(trx, by.at) : null;
        if (!view) throw new Problem('not-found');
        return view;
      });
    const response = { 200: routingViewSchema };

    app.patch(
      '/routing/settings',
      {
        config: { needs },
        schema: { tags, summary: 'Change how calls are taken', body: settingsViewSchema.partial(), response },
      },
      (request) => change(request, (trx, by) => changeSettings(trx, request.body, by)),
    );

    app.put(
      '/routing/menu',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Replace the menu',
          body: z.strictObject({ menu: menuViewSchema }),
          response,
        },
      },
      (request) => change(request, (trx, by) => replaceMenu(trx, request.body.menu, by)),
    );

    app.put(
      '/routing/staff/:staffId',
      {
        config: { needs },
        schema: {
          tags,
          summary: 'Replace the ways in which somebody takes calls',
          params: z.object({ staffId: z.uuid() }),
          body: z.array(staffRouteViewSchema).max(50),
          response,
        },
      },
      (request) =>
        change(request, (trx, by) => replaceStaffRoutes(trx, request.params.staffId, request.body, by)),
    );
  };

/** How a clinic's calls are taken: to read, to change, and to try out. Registered under `/api/v1/clinics/:clinicId`. */
export const routingApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
