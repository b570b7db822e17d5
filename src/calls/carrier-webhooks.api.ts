import formbody from '@fastify/formbody';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Carrier } from '../ports/carrier/carrier.port.ts';
import { firstOfEach, signedBase, unsignedAnswer, type FormFields } from '../ports/carrier/signed-request.ts';
import type { VoiceStep } from '../ports/carrier/voice-steps.ts';
import type { Log } from '../platform/log.ts';
import type { CallDependencies } from './apply-fact.ts';
import { waitingMusic } from './rules/music.ts';
import { emergencySteps, notInServiceSteps } from './rules/emergency.ts';
import { hookAddress, linksUnder } from './call-links.ts';
import { receiveWebhook } from './receive-webhook.ts';

export type WebhookDependencies = CallDependencies & {
  carrier: Carrier;
  log: Log;
  /** addresses under which the carrier may have asked: the public one first */
  baseUrls: () => string[];
};

/** What the specification names, and what the product's own documents ask for. `get`: the carrier may also use GET. */
const endpoints = [
  { name: 'incoming' },
  { name: 'fallback' },
  { name: 'ivr-gather' },
  { name: 'route-to-staff', get: true },
  { name: 'ai-gather' },
  { name: 'voicemail' },
  { name: 'recording-status' },
  { name: 'call-status', get: true },
  { name: 'status-callback' },
  { name: 'whisper' },
  { name: 'whisper-answer' },
  { name: 'outbound' },
  { name: 'script' },
  { name: 'script-keys' },
  { name: 'hold-staff' },
  { name: 'hold-customer' },
  { name: 'take-back' },
  { name: 'queue-left' },
  { name: 'staff-left' },
];

/** The address under which the signature holds, or null when none does. */
const baseOf = (deps: WebhookDependencies, request: FastifyRequest): string | null => {
  const { method, headers, body } = request;
  return signedBase(deps.carrier, deps.baseUrls(), { method, headers, body, url: request.raw.url ?? '' });
};

/** Where it broke, without the message: a database's detail names the values it did not like. */
const describe = (error: unknown) => ({
  code: (error as { code?: string }).code,
  at: error instanceof Error ? error.stack?.split('\n').slice(1, 6).join(' ') : undefined,
  name: error instanceof Error ? error.name : undefined,
});

const send = (reply: FastifyReply, document: string) => reply.type('text/xml; charset=utf-8').send(document);

/**
 * The carrier's questions. A request that is not signed is refused; a signed one always gets a document, because a
 * caller listens: when our own side fails, voicemail at the carrier, and where even that fails, a sentence.
 */
export const carrierWebhooks =
  (deps: WebhookDependencies): FastifyPluginAsync =>
  async (app) => {
    await app.register(formbody, { bodyLimit: 65_536 });

    const render = (steps: VoiceStep[], base: string): string =>
      deps.carrier.renderVoice(steps, (hook) => hookAddress(base, hook));

    const answer = async (request: FastifyRequest, reply: FastifyReply, endpoint: string) => {
      const base = baseOf(deps, request);
      if (base === null) return reply.code(403).type('text/plain').send(unsignedAnswer);
      const query = firstOfEach(request.query as FormFields);
      const token = request.headers['i-twilio-idempotency-token'];
      const params = request.method === 'POST' ? firstOfEach((request.body ?? {}) as FormFields) : query;
      const webhook = { endpoint, query, params, idempotencyToken: Array.isArray(token) ? token[0] : token };
      try {
        return await send(
          reply,
          (await receiveWebhook(deps, linksUnder(base), webhook)) ?? render(notInServiceSteps, base),
        );
      } catch (error) {
        deps.log.error({ endpoint, ...describe(error) }, 'webhook failed; the caller gets voicemail');
        return send(reply, render(emergencySteps(endpoint, params), base));
      }
    };

    for (const { name, get = false } of endpoints) {
      app.route({
        method: get ? ['GET', 'POST'] : ['POST'],
        url: `/api/twilio/voice/${name}`,
        config: { public: 'The carrier signs its questions; without its signature they are refused.' },
        schema: { hide: true },
        handler: (request, reply) => answer(request, reply, name),
      });
    }

    // The carrier fetches music without a signature when it caches.
    const config = { public: 'Music is not about one call and holds nothing secret.' };
    app.get('/api/twilio/voice/music', { config, schema: { hide: true } }, (_request, reply) =>
      reply.type('audio/wav').header('cache-control', 'public, max-age=86400').send(waitingMusic()),
    );
    app.post('/api/twilio/voice/hold-music', { config, schema: { hide: true } }, (request, reply) => {
      const base = baseOf(deps, request);
      if (base === null) return reply.code(403).type('text/plain').send(unsignedAnswer);
      return send(reply, render([{ do: 'play', hook: { endpoint: 'music', query: {} }, loop: 0 }], base));
    });
  };
