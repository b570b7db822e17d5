import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account.ts';
import type { Leg } from '../calls/leg.ts';
import { decline, hangUp, press, say } from '../calls/person.ts';
import { identityOf } from './access-token.ts';
import { ApiError, parse } from './api-error.ts';
import { behaviour } from './behaviour.ts';
import type { Client } from './client.ts';
import type { Exchange } from './exchange.ts';

const byIdentity = z.object({ identity: z.string() });
/** Which call; without it, the only one there is. */
const which = z.object({ callSid: z.string().optional() });
const keys = which.extend({ digits: z.string().regex(/^[0-9A-D*#]{1,64}$/) });
const words = which.extend({
  words: z.string().trim().min(1).max(5000),
  confidence: z.number().min(0).max(1).default(0.92),
});

/** Clients without a browser: a script registers with an access token and acts for the person. */
export function clientRoutes(app: FastifyInstance, exchange: Exchange, account: Account): void {
  const { clients, engine } = exchange;
  const { network } = engine;
  const known = (params: unknown): Client => {
    const client = clients.get(parse(byIdentity, params).identity);
    if (!client?.registered) throw new ApiError('not-found', 'No client has registered this identity.');
    return client;
  };

  app.post('/clients', async ({ body }, reply) => {
    const { token } = parse(z.object({ token: z.string() }), body);
    const identity = await identityOf(account, token, network.clock.now());
    if (identity === null) throw new ApiError('forbidden', 'The token is not valid for this account.');
    clients.ensure(identity).headless = true;
    return reply.status(201).send({ identity });
  });
  app.get('/clients', () => clients.list().map(clientView));
  app.get('/clients/:identity', ({ params }) => clientView(known(params)));
  app.delete('/clients/:identity', ({ params }, reply) => {
    known(params).headless = false;
    return reply.status(204).send();
  });
  app.put('/clients/:identity/behaviour', ({ params, body }) => {
    const client = known(params);
    client.behaviour = parse(behaviour, body);
    return clientView(client);
  });

  const actions: Record<string, (client: Client, leg: Leg, body: unknown) => boolean> = {
    accept: (client, leg) => client.accept(leg.sid, null),
    decline: (_client, leg) => decline(network, leg),
    hangup: (_client, leg) => hangUp(network, leg),
    keys: (_client, leg, body) => press(network, leg, parse(keys, body).digits) || true,
    say: (_client, leg, body) => {
      const spoken = parse(words, body);
      return say(network, leg, spoken.words, spoken.confidence) || true;
    },
  };
  for (const [name, action] of Object.entries(actions)) {
    app.post(`/clients/:identity/${name}`, ({ params, body }, reply) => {
      const client = known(params);
      if (!action(client, callOf(client, body, name), body)) {
        throw new ApiError('conflict', `The call is not at a point to ${name}.`);
      }
      return reply.status(204).send();
    });
  }
}

function callOf(client: Client, body: unknown, action: string): Leg {
  const { callSid } = parse(which, body);
  const wanted = action === 'accept' || action === 'decline' ? 'ringing' : 'in-progress';
  const candidates = client.calls.filter((leg) =>
    callSid === undefined ? leg.status === wanted : leg.sid === callSid,
  );
  const [leg] = candidates;
  if (!leg) throw new ApiError('conflict', 'The client has no such call.');
  return leg;
}

function clientView(client: Client): object {
  return {
    identity: client.identity,
    headless: client.headless,
    behaviour: client.behaviour,
    calls: client.calls.map((leg) => ({
      callSid: leg.sid,
      from: leg.from,
      state: leg.status === 'in-progress' ? 'connected' : 'ringing',
      connectedTo: leg.bridge?.peerOf(leg).device?.address ?? null,
      parameters: client.parametersOf(leg.sid),
    })),
  };
}
