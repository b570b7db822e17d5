import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Log } from '../log.ts';
import { documentApi } from './api-document.ts';
import { apiPolicy } from './content-security-policy.ts';
import { refuseDeepBodies } from './deep-bodies.ts';
import { answerErrors } from './error-handler.ts';
import { measureRequests, type Metrics } from './metrics.ts';
import { refuseForeignOrigins } from './own-origin.ts';
import { servePortal } from './portal-files.ts';
import { answerProbes } from './probes.ts';
import { sendProblem } from './problem-response.ts';
import { listRoutes } from './route-list.ts';

export type HttpServerOptions = {
  log: Log;
  /** as browsers reach this server, without a slash at the end */
  publicUrl: string;
  metrics: Metrics;
  /** see METRICS_TOKEN */
  metricsToken?: string | undefined;
  isReady: () => Promise<boolean>;
  portal: { folder: string; carrierSources: () => readonly string[] };
};

const megabyte = 1_048_576;

/**
 * The server with everything that does not depend on what it serves: problems, limits, headers, documentation,
 * probes, metrics and the portal's files. Register the routes, then listen.
 */
export const createHttpServer = async (options: HttpServerOptions): Promise<FastifyInstance> => {
  const { log, publicUrl, metrics, isReady, portal } = options;
  const server: FastifyInstance = Fastify({
    bodyLimit: megabyte,
    // Only a proxy on this machine may say whom it speaks for; anybody else could invent addresses.
    trustProxy: 'loopback',
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (_error, _request, reply) => sendProblem(reply, 'bad-request'),
  });
  server.decorate('listRoutes', listRoutes(server));
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  // Only JSON is read, unless a route says otherwise: a foreign page cannot send it without asking first.
  server.removeContentTypeParser('text/plain');
  answerErrors(server, log);
  const secure = publicUrl.startsWith('https:');
  await server.register(helmet, {
    contentSecurityPolicy: false,
    hsts: secure,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', apiPolicy);
    reply.header('permissions-policy', 'microphone=(self), camera=(), geolocation=()');
  });
  refuseForeignOrigins(server, publicUrl);
  refuseDeepBodies(server);
  await server.register(rateLimit, { global: false });
  measureRequests(server, metrics, options.metricsToken);
  answerProbes(server, isReady);
  await documentApi(server, publicUrl);
  await server.register((pages) => servePortal(pages, portal.folder, portal.carrierSources));
  return server;
};
