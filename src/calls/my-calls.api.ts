import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Member } from '../accounts/require-member.ts';
import { Problem } from '../platform/errors.ts';
import type { CallDependencies } from './apply-fact.ts';
import type { LinkFor } from './call-links.ts';
import { changeMyCall } from './change-my-call.ts';
import type { CallFact } from './rules/call-fact.ts';
import { startCall, type StartCallResult } from './start-call.ts';

type Dependencies = CallDependencies & { linkFor: () => Promise<LinkFor> };

const tags = ['Calls'];
const clinicPath = z.object({ clinicId: z.uuid() });
const callPath = clinicPath.extend({ callId: z.uuid() });
const accepted = { 202: z.object({ callId: z.uuid() }) };
const newCall = z.object({
  to: z.string().min(3).max(40).describe('E.164, or as dialled in the clinic’s country'),
  voicemailId: z.uuid().optional().describe('the message that is answered by this call'),
});
const transferBody = z.union([
  z.object({ staffId: z.uuid() }).strict(),
  z.object({ departmentId: z.uuid() }).strict(),
]);

const refusals: Record<Extract<StartCallResult, { ok: false }>['why'], Problem> = {
  'bad-number': new Problem('invalid', 'to: not a telephone number'),
  busy: new Problem('busy', 'You are on another call.'),
  'not-online': new Problem('not-online'),
  'no-clinic-number': new Problem('conflict', 'The clinic has no telephone number yet.'),
};

const staffOf = ({ staffId }: Member): string => {
  if (staffId === null) throw new Problem('no-answer-calls');
  return staffId;
};

const targetOf = (body: z.infer<typeof transferBody>) =>
  'staffId' in body
    ? ({ kind: 'staff', staffId: body.staffId } as const)
    : ({ kind: 'department', departmentId: body.departmentId } as const);

/** What a staff member does with calls of their own. Each is carried out by the carrier a moment later: 202. */
export const myCallsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const change = async (
      member: Member,
      callId: string,
      action: string,
      fact: CallFact,
    ): Promise<{ callId: string }> => {
      const outcome = await changeMyCall(deps, { member, callId, action, fact });
      if (outcome === 'unknown-call') throw new Problem('not-found');
      if (outcome === 'not-possible')
        throw new Problem('call-over', 'This call is not yours at the moment, or it is over.');
      return { callId };
    };

    app.post(
      '/calls',
      {
        schema: {
          tags,
          summary: 'Call somebody: my telephone rings first, then theirs',
          params: clinicPath,
          body: newCall,
          response: accepted,
        },
      },
      async ({ member, body }, reply) => {
        const { clinicId, userId } = member;
        const result = await startCall(deps, { clinicId, userId, staffId: staffOf(member), ...body });
        if (!result.ok) throw refusals[result.why];
        return reply.code(202).send({ callId: result.callId });
      },
    );

    app.post(
      '/calls/:callId/transfer',
      {
        schema: {
          tags,
          summary: 'Give my call to a colleague or a department',
          params: callPath,
          body: transferBody,
          response: accepted,
        },
      },
      async ({ member, params, body }, reply) => {
        const fact = { fact: 'transfer-asked', byStaffId: staffOf(member), target: targetOf(body) } as const;
        return reply.code(202).send(await change(member, params.callId, 'call.transferred', fact));
      },
    );

    app.put(
      '/calls/:callId/hold',
      { schema: { tags, summary: 'Put my call on hold', params: callPath, response: accepted } },
      async ({ member, params }, reply) => {
        const fact = { fact: 'hold-asked', byStaffId: staffOf(member) } as const;
        return reply.code(202).send(await change(member, params.callId, 'call.held', fact));
      },
    );

    app.delete(
      '/calls/:callId/hold',
      { schema: { tags, summary: 'Take my call back from hold', params: callPath, response: accepted } },
      async ({ member, params }, reply) => {
        const fact = { fact: 'resume-asked', byStaffId: staffOf(member) } as const;
        return reply.code(202).send(await change(member, params.callId, 'call.taken-back', fact));
      },
    );

    app.post(
      '/calls/:callId/hang-up',
      { schema: { tags, summary: 'End my call', params: callPath, response: accepted } },
      async ({ member, params }, reply) => {
        const fact = { fact: 'hang-up-asked', byStaffId: staffOf(member) } as const;
        return reply.code(202).send(await change(member, params.callId, 'call.ended', fact));
      },
    );
  };
