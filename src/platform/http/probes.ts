import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem-response.ts';

/** A database that hangs is as good as none, and a prober does not wait for ever. */
const longestWaitMs = 3000;

/**
 * `/healthz`: the process is alive. `/readyz`: it can do its work.
 * @param isReady asks the database
 */
export const answerProbes = (server: FastifyInstance, isReady: () => Promise<boolean>): void => {
  const config = { public: 'Whoever watches this process has no account, and learns only whether it lives.' };
  server.get('/healthz', { config, schema: { hide: true } }, async () => ({ status: 'alive' }));
  server.get('/readyz', { config, schema: { hide: true } }, async (_request, reply) => {
    const ready = await Promise.race([isReady(), sleep(longestWaitMs, false, { ref: false })]).catch(
      () => false,
    );
    return ready ? { status: 'ready' } : sendProblem(reply, 'unavailable');
  });
};
