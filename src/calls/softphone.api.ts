import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { Problem } from '../platform/errors.ts';
import type { Carrier } from '../ports/carrier/carrier.port.ts';
import { softphoneTokenSchema } from '../staff/rules/staff-views.ts';
import { identityOf } from './rules/decision.ts';

const lifetimeSeconds = 3600;

/** The token with which a staff member's browser becomes a telephone. */
export const softphoneApi =
  ({ carrier, clock }: { carrier: Carrier; clock: Clock }): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/softphone/token',
      {
        config: { peopleOnly: true }, // a key has no ears
        schema: {
          tags: ['Calls'],
          summary: 'Token for the softphone of this browser',
          params: z.object({ clinicId: z.uuid() }),
          response: { 200: softphoneTokenSchema },
        },
      },
      async (request) => {
        const { staffId } = request.member;
        if (staffId === null) throw new Problem('no-answer-calls');
        const identity = identityOf(staffId);
        const now = clock.now();
        const { token, url } = await carrier.softphoneToken(identity, lifetimeSeconds, now);
        return {
          carrier: carrier.name,
          identity,
          token,
          url,
          expiresAt: now.add({ seconds: lifetimeSeconds }).toString(),
        };
      },
    );
  };
