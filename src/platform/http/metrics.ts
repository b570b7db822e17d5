import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

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

/** Measures every request by route template, never by address: addresses hold ids. */
export const measureRequests = (server: FastifyInstance, { registry }: Metrics): void => {
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
  server.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};
