import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './account.routes.ts';
import { authenticate } from './authenticate.ts';
import { callRoutes, pathOf } from './calls.routes.ts';
import { numberRoutes } from './incoming-phone-numbers.routes.ts';
import { messageRoutes } from './messages.routes.ts';
import { queueRoutes } from './queues.routes.ts';
import { recordingRoutes } from './recordings.routes.ts';
import { requestFate, RequestRate } from './request-fate.ts';
import { notFound, RestError } from './rest-error.ts';
import type { RestWorld } from './rest-world.ts';

/** The carrier's REST API, to be registered under /2010-04-01; what it does not know is 20404. */
export async function restRoutes(app: FastifyInstance, world: RestWorld): Promise<void> {
  const { account, badDay, clock } = world;
  const rate = new RequestRate();
  const lost = new WeakSet<object>();

  app.addHook('onRequest', async (request) => {
    authenticate(account, request.headers.authorization);
    const { rest } = badDay.current();
    if (rest.delayMs > 0) await clock.sleep(rest.delayMs);
    if (!rate.allows(clock.now(), rest.requestsPerSecond))
      throw new RestError(429, 20429, 'Too Many Requests');
    const fate = requestFate(rest, world.random());
    if (fate === 'failed') throw serverError();
    if (fate === 'answer-lost') lost.add(request);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (!lost.has(request)) return payload;
    reply.code(500).type('application/json');
    return JSON.stringify(serverError());
  });
  app.setErrorHandler(async (error, _request, reply) => {
    const known = knownError(error);
    if (known.status === 401) reply.header('www-authenticate', 'Basic realm="Twilio API"');
    return reply.code(known.status).send(known.toJSON());
  });
  app.setNotFoundHandler(async (request) => {
    throw notFound(pathOf(request.url));
  });

  accountRoutes(app, account);
  await app.register(
    async (scope) => {
      callRoutes(scope, world);
      messageRoutes(scope, world);
      recordingRoutes(scope, world);
      numberRoutes(scope, world);
      queueRoutes(scope, world);
    },
    { prefix: `/Accounts/${account.accountSid}` },
  );
}

const serverError = (): RestError => new RestError(500, 20500, 'Internal Server Error');

/** What the framework itself refuses (a body too large, a content type it cannot read) is the request's fault. */
function knownError(error: unknown): RestError {
  if (error instanceof RestError) return error;
  if (!(error instanceof Error) || !('statusCode' in error)) return serverError();
  const status = Number(error.statusCode);
  return status >= 400 && status < 500 ? new RestError(status, 20001, error.message) : serverError();
}
