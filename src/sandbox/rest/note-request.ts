import type { FastifyRequest } from 'fastify';
import type { RestWorld } from './rest-world.ts';

/** Shows in the inspector of a call or message what the customer asked for. */
export function noteRequest({ store, clock }: RestWorld, sid: string, request: FastifyRequest): void {
  const title = `REST ${request.method} ${request.url}`;
  store.inspector.add({ sid, at: clock.now(), kind: 'rest', title, detail: { form: request.body ?? {} } });
}
