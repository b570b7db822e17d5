import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { switchAnswersCalls } from './switch-answers-calls.ts';

type Dependencies = {
  database: Database;
  clock: Clock;
  releaseWork: (trx: ClinicTransaction, staffId: string) => Promise<void>;
};

/** Whether somebody who has access takes calls as well. */
export const memberStaffApi =
  ({ database, clock, releaseWork }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/members/:userId/answers-calls',
      {
        config: { needs: 'manager', peopleOnly: true },
        schema: {
          tags: ['People'],
          summary: 'Let a member take calls, or not',
          description:
            'On: general calls reach them in the portal; more is set with the routing. Off: they leave the routing, and open voicemails given to them are for everybody again.',
          params: z.object({ userId: z.uuid() }),
          body: z.object({ answersCalls: z.boolean() }).meta({ examples: [{ answersCalls: true }] }),
          response: { 204: z.null().describe('done') },
        },
      },
      async ({ member, params: { userId }, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const change = { ...body, by, release: releaseWork };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          switchAnswersCalls(trx, userId, change),
        );
        if (outcome !== 'done') throw new Problem(outcome);
        return reply.code(204).send(null);
      },
    );
  };
