import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { letStaffGo } from '../staff/let-staff-go.ts';
import { changeRole, removeMember, type ChangeOutcome } from './change-members.ts';
import { selectInvitations, type InvitationRow } from './invitations.store.ts';
import { invite, resendInvitation, withdrawInvitation } from './invite.ts';
import {
  selectMembers,
  selectTwoFactorRequired,
  updateTwoFactorRequired,
  type MemberRow,
} from './members.store.ts';
import { invitationPageSchema, memberPageSchema, newInvitationSchema } from './rules/access-views.ts';
import { atLeast, roleSchema } from './rules/role.ts';

type Dependencies = {
  database: Database;
  clock: Clock;
  send: JobSender;
  /** gives back what conversations had assigned to somebody who leaves */
  releaseWork: (trx: ClinicTransaction, staffId: string) => Promise<void>;
};

const tags = ['People'];
const nothing = z.null().describe('done');
const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.uuid().optional(),
});
/** One row more than asked for says that there is another page. */
const pageOf = <Row, Item>(
  rows: Row[],
  limit: number,
  show: (row: Row) => Item,
  idOf: (item: Item) => string,
) => {
  const items = rows.slice(0, limit).map(show);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? idOf(last) : null };
};
/** Programs neither see who has access nor change it. */
const config = { needs: 'manager', peopleOnly: true } as const;

const orThrow = (outcome: ChangeOutcome): void => {
  if (outcome !== 'done') throw new Problem(outcome);
};

const showMember = (row: MemberRow) => ({
  ...row,
  role: roleSchema.parse(row.role),
  lastSeenAt: row.lastSeenAt?.toString() ?? null,
});
const showInvitation = (row: InvitationRow) => ({
  ...row,
  role: roleSchema.parse(row.role),
  sentAt: row.sentAt.toString(),
  expiresAt: row.expiresAt.toString(),
});

const memberRoutes =
  ({ database, clock, releaseWork }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/members',
      {
        config,
        schema: {
          tags,
          summary: 'Who has access to this clinic',
          querystring: pageQuery,
          response: { 200: memberPageSchema },
        },
      },
      async ({ member, query: { limit, cursor } }) => {
        const rows = await inClinic(database, member.clinicId, (trx) =>
          selectMembers(trx, { limit: limit + 1, after: cursor ?? null }),
        );
        return pageOf(rows, limit, showMember, ({ userId }) => userId);
      },
    );

    const params = z.object({ userId: z.uuid() });
    app.patch(
      '/members/:userId',
      {
        config,
        schema: {
          tags,
          summary: 'Give somebody another role',
          description: 'Not above the own role; the last owner stays one.',
          params,
          body: z.object({ role: roleSchema }).meta({ examples: [{ role: 'manager' }] }),
          response: { 204: nothing },
        },
      },
      async ({ member, params: { userId }, body }, reply) => {
        const change = { by: member, at: clock.now() };
        orThrow(
          await inClinic(database, member.clinicId, (trx) => changeRole(trx, userId, body.role, change)),
        );
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/members/:userId',
      {
        config,
        schema: {
          tags,
          summary: 'Take somebody out of this clinic',
          description:
            'They are out at once; API keys that they made stop; open voicemails given to them are for everybody again.',
          params,
          response: { 204: nothing },
        },
      },
      async ({ member, params: { userId } }, reply) => {
        const change = { by: member, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, async (trx) => {
          const staffId = await findStaffIdOfUser(trx, userId);
          const removed = await removeMember(trx, userId, change);
          if (removed === 'done' && staffId !== null)
            await letStaffGo(trx, staffId, { userId: member.userId, at: change.at }, releaseWork);
          return removed;
        });
        orThrow(outcome);
        return reply.code(204).send(null);
      },
    );
  };

const invitationRoutes =
  ({ database, clock, send }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/invitations',
      {
        config,
        schema: {
          tags,
          summary: 'Invitations that nobody has accepted yet',
          querystring: pageQuery,
          response: { 200: invitationPageSchema },
        },
      },
      async ({ member, query: { limit, cursor } }) => {
        const rows = await inClinic(database, member.clinicId, (trx) =>
          selectInvitations(trx, { limit: limit + 1, after: cursor ?? null }),
        );
        return pageOf(rows, limit, showInvitation, ({ id }) => id);
      },
    );

    app.post(
      '/invitations',
      {
        config,
        schema: {
          tags,
          summary: 'Invite somebody by mail',
          body: newInvitationSchema,
          response: { 201: z.object({ id: z.uuid() }) },
        },
      },
      async ({ member, body }, reply) => {
        if (!atLeast(member.role, body.role)) throw new Problem('forbidden');
        const by = { userId: member.userId, at: clock.now() };
        const given = { ...body, email: body.email.trim().toLowerCase() };
        const made = await inClinic(database, member.clinicId, (trx) => invite(trx, given, by, send));
        if (made === 'is-member') throw new Problem('conflict', 'This address has access already.');
        return reply.code(201).send(made);
      },
    );

    const params = z.object({ invitationId: z.uuid() });
    app.post(
      '/invitations/:invitationId/resend',
      {
        config,
        schema: { tags, summary: 'Send an invitation again', params, response: { 204: nothing } },
      },
      async ({ member, params: { invitationId } }, reply) => {
        const by = { userId: member.userId, role: member.role, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          resendInvitation(trx, invitationId, by, send),
        );
        if (outcome !== 'done') throw new Problem(outcome);
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/invitations/:invitationId',
      {
        config,
        schema: { tags, summary: 'Withdraw an invitation', params, response: { 204: nothing } },
      },
      async ({ member, params: { invitationId } }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const done = await inClinic(database, member.clinicId, (trx) =>
          withdrawInvitation(trx, invitationId, by),
        );
        if (!done) throw new Problem('not-found');
        return reply.code(204).send(null);
      },
    );
  };

const ruleSchema = z
  .object({ twoFactorRequired: z.boolean() })
  .meta({ examples: [{ twoFactorRequired: true }] });

const accessRuleRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/access-rules',
      {
        config,
        schema: { tags, summary: 'What this clinic asks of sign-ins', response: { 200: ruleSchema } },
      },
      async ({ member }) => ({
        twoFactorRequired: await inClinic(database, member.clinicId, selectTwoFactorRequired),
      }),
    );

    app.put(
      '/access-rules',
      {
        config: { needs: 'owner', peopleOnly: true },
        schema: {
          tags,
          summary: 'Ask everybody for two-factor sign-in, or not',
          description: 'Whoever has none is asked to set it up before anything else of this clinic is shown.',
          body: ruleSchema,
          response: { 200: ruleSchema },
        },
      },
      async ({ member, body }) => {
        await inClinic(database, member.clinicId, async (trx) => {
          await updateTwoFactorRequired(trx, body.twoFactorRequired);
          await recordAudit(trx, {
            userId: member.userId,
            action: 'clinic.two-factor-rule-changed',
            subject: { kind: 'clinic', id: member.clinicId },
            detail: { required: body.twoFactorRequired },
            at: clock.now(),
          });
          await announce(trx, 'members');
        });
        return body;
      },
    );
  };

/** Who has access to one clinic: members, invitations, and what is asked of their sign-ins. */
export const membersApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(memberRoutes(deps));
    await app.register(invitationRoutes(deps));
    await app.register(accessRuleRoutes(deps));
  };
