import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { problems, type ProblemCode } from '../errors.ts';

/** The body of every error (RFC 9457). */
export const problemSchema = z.object({
  type: z.string().describe('urn:frontdesk:problem:<code>'),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  retry: z.enum(['never', 'later', 'ask-first']).describe('when the same request may succeed'),
  detail: z.string().optional(),
  reference: z.string().optional().describe('names the log entry of an unexpected error'),
});

type Extra = { detail?: string | undefined; reference?: string };

const problemBody = (code: ProblemCode, extra: Extra = {}): z.infer<typeof problemSchema> => ({
  type: `urn:frontdesk:problem:${code}`,
  code,
  ...problems[code],
  ...(extra.detail === undefined ? {} : { detail: extra.detail }),
  ...(extra.reference === undefined ? {} : { reference: extra.reference }),
});

/** Serialised here, because a route's own response schema knows nothing of problems. */
export const sendProblem = (reply: FastifyReply, code: ProblemCode, extra: Extra = {}): FastifyReply =>
  reply
    .code(problems[code].status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(String)
    .send(JSON.stringify(problemBody(code, extra)));
