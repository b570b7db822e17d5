import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Leg } from '../calls/leg.ts';
import { attachAudio, decline, finishRecording, hangUp, pickUp, press, say } from '../calls/person.ts';
import { ApiError, parse } from './api-error.ts';
import { behaviour } from './behaviour.ts';
import { dialledNumber } from './dialled-number.ts';
import type { Exchange } from './exchange.ts';
import type { Handset } from './handset.ts';

const MAX_AUDIO_BYTES = 64 * 1024 * 1024;
const E164 = /^\+[1-9]\d{6,14}$/;

const at = z.object({ number: z.string().regex(E164, 'The number must look like +13125550101.') });
const text = (longest: number) => z.string().trim().min(1).max(longest);
const details = z.strictObject({
  name: text(100).optional(),
  role: z.enum(['patient', 'lead', 'staff', 'other']).optional(),
  clinic: text(100).nullish(),
  language: text(20).nullish(),
  email: z.email().nullish(),
});
const dialling = z.strictObject({ to: text(64), forwardedFrom: z.string().regex(E164).optional() });
const keys = z.strictObject({ digits: z.string().regex(/^[0-9A-D*#]{1,64}$/) });
const words = z.strictObject({ words: text(5000), confidence: z.number().min(0).max(1).default(0.92) });
const recorded = z.strictObject({
  words: z.string().trim().max(20_000).default(''),
  seconds: z.number().int().min(0).max(3600).optional(),
  hangup: z.boolean().default(false),
  /** Seconds to wait for the recording to begin. */
  wait: z.number().min(0).max(60).default(0),
});

/** Handsets: who they belong to, and everything their people do in a call. */
export function handsetRoutes(app: FastifyInstance, exchange: Exchange): void {
  const { engine, handsets } = exchange;
  const { network } = engine;
  const known = (params: unknown): Handset => {
    const { number } = parse(at, params);
    const handset = handsets.get(number);
    if (!handset) throw new ApiError('not-found', 'There is no handset with this number.');
    return handset;
  };

  app.get('/handsets', () => handsets.list().map((handset) => handset.view()));
  app.get('/handsets/:number', ({ params }) => known(params).view());
  app.put('/handsets/:number', ({ params, body }) => {
    const given = Object.entries(parse(details, body)).filter(([, value]) => value !== undefined);
    return handsets.put(parse(at, params).number, Object.fromEntries(given)).view();
  });
  app.delete('/handsets/:number', ({ params }, reply) => {
    const handset = known(params);
    if (handset.leg) hangUp(network, handset.leg);
    handsets.remove(handset.address);
    return reply.status(204).send();
  });
  app.put('/handsets/:number/behaviour', ({ params, body }) => {
    return handsets.setBehaviour(parse(at, params).number, parse(behaviour, body)).view();
  });

  app.post('/handsets/:number/dial', ({ params, body }, reply) => {
    const handset = handsets.ensure(parse(at, params).number);
    const { to, forwardedFrom } = parse(dialling, body);
    if (handset.leg) throw new ApiError('conflict', 'The handset is in a call.');
    const leg = engine.dial(handset, {
      to: dialledNumber(to, handset.address),
      forwardedFrom: forwardedFrom ?? null,
      callerName: null,
    });
    if (!leg) throw new ApiError('not-found', 'The number is not in service.');
    return reply.status(201).send({ callSid: leg.sid });
  });

  inCall(app, known, {
    answer: (leg) => pickUp(network, leg, { machine: false }),
    decline: (leg) => decline(network, leg),
    hangup: (leg) => hangUp(network, leg),
    keys: (leg, body) => press(network, leg, parse(keys, body).digits) || 'unheard',
    say: (leg, body) => {
      const spoken = parse(words, body);
      return say(network, leg, spoken.words, spoken.confidence) || 'unheard';
    },
    record: async (leg, body) => {
      const { wait, hangup, seconds, words: said } = parse(recorded, body);
      const patience = AbortSignal.any([network.closing, AbortSignal.timeout(Math.ceil(wait * 1000))]);
      if (wait > 0)
        await leg.until(() => leg.collecting === 'recording' || leg.ended, patience).catch(() => undefined);
      return finishRecording(leg, { words: said, seconds: seconds ?? null, hangUp: hangup });
    },
  });
  audioRoute(app, known);
}

type Action = (leg: Leg, body: unknown) => boolean | 'unheard' | Promise<boolean>;

/** The things a person can do in a call: 204 done, 409 when the call is not at that point. */
function inCall(
  app: FastifyInstance,
  known: (params: unknown) => Handset,
  actions: Record<string, Action>,
): void {
  for (const [name, action] of Object.entries(actions)) {
    app.post(`/handsets/:number/${name}`, async ({ params, body }, reply) => {
      const { leg } = known(params);
      if (!leg) throw new ApiError('conflict', 'The handset is in no call.');
      const effect = await action(leg, body);
      if (effect === false) throw new ApiError('conflict', `The call is not at a point to ${name}.`);
      // Keys and words are sent down the line whether or not somebody listens, as on any telephone.
      return effect === 'unheard' ? reply.send({ heard: false }) : reply.status(204).send();
    });
  }
}

function audioRoute(app: FastifyInstance, known: (params: unknown) => Handset): void {
  app.addContentTypeParser(
    'audio/wav',
    { parseAs: 'buffer', bodyLimit: MAX_AUDIO_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.put('/handsets/:number/audio', { bodyLimit: MAX_AUDIO_BYTES }, ({ params, query, body }, reply) => {
    const handset = known(params);
    const { callSid } = parse(z.object({ callSid: z.string() }), query);
    const leg = handset.lastLeg;
    if (leg?.sid !== callSid) throw new ApiError('not-found', 'The handset has no such call.');
    if (!Buffer.isBuffer(body) || body.subarray(0, 4).toString('latin1') !== 'RIFF') {
      throw new ApiError('invalid', 'Send a WAV as audio/wav.');
    }
    attachAudio(leg, body);
    return reply.status(204).send();
  });
}
