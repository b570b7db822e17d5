import type { FastifyError, FastifyInstance } from 'fastify';
import { z } from 'zod';

const STATUS = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'wrong-content-type': 415,
} as const;

export type ApiErrorCode = keyof typeof STATUS;

/** A request to the telephones' API that cannot be carried out; the message is for the person who wrote the script. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;

  constructor(code: ApiErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** The value in the schema's shape. @throws ApiError `invalid` saying what does not fit. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new ApiError('invalid', z.prettifyError(result.error));
}

/** Every refusal as `{ error: { code, message } }`. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError, _request, reply) => {
    if (error instanceof ApiError) {
      return reply.status(error.status).send({ error: { code: error.code, message: error.message } });
    }
    const status = error.statusCode ?? 500;
    const message = status < 500 ? error.message : 'The sandbox failed; its log says more.';
    if (status >= 500) app.log.error(error);
    return reply.status(status).send({ error: { code: status < 500 ? 'invalid' : 'failed', message } });
  });
}
