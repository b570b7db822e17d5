import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type ProblemCode } from '../errors.ts';
import type { Log } from '../log.ts';
import { sendProblem } from './problem-response.ts';

type Failure = Partial<FastifyError> & { name?: string };

const byStatus: Record<number, ProblemCode> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-content-type',
  429: 'too-many-requests',
};

/** PostgreSQL and sockets: class 08 connection, 53 resources, 57P0x shutting down. */
const databaseAway = /^(08...|53...|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/;
/** Values that no column can hold: a NUL byte in text, a number or a date out of range. */
const unstorable = /^(22021|22P05|22003|22008)$/;

/** Which problem an exception is. `null`: none that we foresaw. */
const problemOf = (error: Failure): { code: ProblemCode; detail?: string | undefined } | null => {
  if (error instanceof Problem) return { code: error.code, detail: error.detail };
  if (error.validation) {
    // An id that cannot exist is not there; what else is wrong is said, without repeating the values.
    if (error.validationContext === 'params') return { code: 'not-found' };
    return { code: 'invalid', detail: describeValidation(error) };
  }
  const code = error.code ?? '';
  if (databaseAway.test(code) || error.message === 'timeout exceeded when trying to connect')
    return { code: 'unavailable' };
  if (unstorable.test(code)) return { code: 'invalid' };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { code: byStatus[status] ?? 'bad-request' };
  return null;
};

const describeValidation = (error: Failure): string =>
  (error.validation ?? [])
    .slice(0, 10)
    .map(
      ({ instancePath, message }) =>
        `${error.validationContext ?? 'request'}${instancePath}: ${message ?? ''}`,
    )
    .join('; ');

/** Turns every exception into a problem; what nobody foresaw is logged and answered with a reference and nothing else. */
export const answerErrors = (server: FastifyInstance, log: Log): void => {
  server.setErrorHandler((error: Failure, request: FastifyRequest, reply: FastifyReply) => {
    const known = problemOf(error);
    if (known) return sendProblem(reply, known.code, { detail: known.detail });
    log.error(
      {
        reference: request.id,
        route: request.routeOptions.url,
        name: error.name,
        code: error.code,
        stack: stackOf(error.stack),
      },
      'request failed',
    );
    return sendProblem(reply, 'internal', { reference: request.id });
  });
};

/** Where it happened, without the message: messages of foreign errors may carry personal data. */
export const stackOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
