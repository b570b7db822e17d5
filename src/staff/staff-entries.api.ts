import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addStaffMember } from './add-staff-member.ts';
import { findUserOfStaff, letStaffGo } from './let-staff-go.ts';

type Dependencies = {
  database: Database;
  clock: Clock;
  releaseWork: (trx: ClinicTransaction, staffId: string) => Promise<void>;
};

const tags = ['Staff'];
const config = { needs: 'manager' } as const;

const newStaffSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    title: z.string().trim().max(120).nullable().default(null),
    phoneNumber: z
      .string()
      .regex(/^\+[1-9][0-9]{4,14}$/)
      .describe('E.164; calls reach them there'),
  })
  .meta({ examples: [{ name: 'Nora Quinn', title: 'Hygienist', phoneNumber: '+13125550177' }] });

/** People who answer calls on a telephone and have no account. */
export const staffEntriesApi =
  ({ database, clock, releaseWork }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/staff',
      {
        config,
        schema: {
          tags,
          summary: 'Put somebody on the staff who answers by telephone, without an account',
          body: newStaffSchema,
          response: { 201: z.object({ id: z.uuid() }) },
        },
      },
      async ({ member, body }, reply) => {
        const id = await inClinic(database, member.clinicId, async (trx) => {
          const made = await addStaffMember(trx, { ...body, email: null, userId: null });
          await recordAudit(trx, {
            userId: member.userId,
            action: 'staff.added',
            subject: { kind: 'staff', id: made },
            at: clock.now(),
          });
          return made;
        });
        return reply.code(201).send({ id });
      },
    );

    app.delete(
      '/staff/:staffId',
      {
        config,
        schema: {
          tags,
          summary: 'Take somebody without an account off the staff',
          description:
            'Past calls keep the name. Whoever has an account is taken out of the members instead.',
          params: z.object({ staffId: z.uuid() }),
          response: { 204: z.null().describe('done') },
        },
      },
      async ({ member, params: { staffId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, async (trx) => {
          const found = await findUserOfStaff(trx, staffId);
          if (found === null) return 'not-found';
          if (found.userId !== null) return 'conflict';
          await letStaffGo(trx, staffId, by, releaseWork);
          return 'done';
        });
        if (outcome !== 'done') throw new Problem(outcome);
        return reply.code(204).send(null);
      },
    );
  };
