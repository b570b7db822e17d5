import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sendProblem } from './problem-response.ts';

export type Metrics = { registry: Registry };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer stays open for minutes: it is counted while it is, and its duration says nothing. */
    stream?: boolean;
  }
}

/** A registry of this process's own, with the runtime's figures in it. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { registry };
};

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** With a token set, whoever has it; else only this machine. */
const mayCollect = ({ ip, headers }: FastifyRequest, token: string | undefined): boolean =>
  token === undefined
    ? loopback.test(ip)
    : timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

/** Measures every request by route template, never by address: addresses hold ids. */
export const measureRequests = (
  server: FastifyInstance,
  { registry }: Metrics,
  metricsToken: string | undefined,
): void => {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  });
  const unexpected = new Counter({
    name: 'http_unexpected_errors_total',
    help: 'Requests answered with 500.',
    registers: [registry],
  });
  const streams = new Gauge({
    name: 'http_streams_open',
    help: 'Portals that listen for live updates.',
    registers: [registry],
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.stream !== true) return;
    streams.inc();
    reply.raw.once('close', () => streams.dec());
  });
  server.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.stream === true) return;
    const route = request.routeOptions.url ?? 'none';
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode === 500) unexpected.inc();
  });
  const config = {
    public: 'Whoever collects figures has no account: a token of its own, or this machine only.',
  };
  server.get('/metrics', { config, schema: { hide: true } }, async (request, reply) =>
    mayCollect(request, metricsToken)
      ? reply.type(registry.contentType).send(await registry.metrics())
      : sendProblem(reply, 'not-found'),
  );
};
