import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { loadAccount } from '../../account.ts';
import { loadBadDay } from '../../bad-day/bad-day.ts';
import { scaledClock } from '../../clock.ts';
import { openStore } from '../../records/store.ts';
import { loadSettings } from '../../settings.ts';
import { newSid } from '../../sid.ts';
import { createWebhookClient } from '../../webhooks/create-webhook-client.ts';
import { createExchange } from '../exchange.ts';
import { sockets } from '../sockets.ts';
import { telephonesApi } from '../telephones-api.ts';

export const CLINIC = '+13125550100';
// Twenty times as fast as life: rings and pauses stay in proportion, and a test stays short.
const SPEED = 20;

/** A request that reached the customer's server. */
export type Received = {
  readonly path: string;
  readonly form: Record<string, string>;
  readonly signature: string;
};

/** The live half of the carrier on real sockets, and a customer's server whose documents are `answers`. */
export async function runningCarrier(answers: Record<string, (form: Record<string, string>) => string>) {
  const clock = scaledClock(SPEED);
  const store = openStore(':memory:', clock.now());
  const account = await loadAccount(':memory:', clock.now());
  const badDay = loadBadDay(store.settings);
  const settings = loadSettings(store.settings);
  settings.change({ speechCharactersPerSecond: 200 });
  const received: Received[] = [];
  const customer = await customerServer(answers, received);
  const webhooks = createWebhookClient({
    authToken: account.authToken,
    clock,
    inspector: store.inspector,
    badDay,
    random: () => 0.99,
  });
  const exchange = createExchange({
    account,
    badDay,
    clock,
    store,
    settings,
    webhooks,
    baseUrl: () => 'http://carrier.example',
    sendSms: () => ({ sid: newSid('SM'), status: 'queued' }),
  });
  const app = Fastify({ forceCloseConnections: true });
  await app.register(
    (api) => telephonesApi(api, { exchange, account, store, settings, write: unused, exposed: false }),
    {
      prefix: '/telephones/api',
    },
  );
  await app.register((scope) => sockets(scope, { exchange, account, telephones: { exposed: false } }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = addressOf(app);
  store.numbers.insert(clinicNumber(customer.url, clock.now()));
  return {
    exchange,
    account,
    received,
    customerUrl: customer.url,
    url,
    http: requester(url),
    token: (identity: string) => accessToken(account, identity, clock.now()),
    until: (condition: () => boolean | Promise<boolean>) => until(condition),
    async close() {
      await exchange.engine.close();
      await app.close();
      await webhooks.close();
      await customer.close();
      store.close();
    },
  };
}

export type RunningCarrier = Awaited<ReturnType<typeof runningCarrier>>;

async function customerServer(
  answers: Record<string, (form: Record<string, string>) => string>,
  received: Received[],
) {
  const server = Fastify({ forceCloseConnections: true });
  await server.register(formbody);
  server.post<{ Body: Record<string, string> }>('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const signature = String(request.headers['x-twilio-signature']);
    received.push({ path: request.url, form: { ...request.body }, signature });
    const answer = answers[path]?.(request.body) ?? '';
    return reply.type('text/xml').send(`<Response>${answer}</Response>`);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return { url: addressOf(server), close: () => server.close() };
}

function addressOf(app: FastifyInstance): string {
  const address = app.addresses().find((each) => typeof each !== 'string');
  return `http://127.0.0.1:${address?.port ?? 0}`;
}

/** An answer of the API; its body is whatever shape the test knows it to have. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answered = { readonly status: number; readonly body: any };

function requester(url: string) {
  return async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const withBody =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${url}/telephones/api${path}`, { method, ...withBody });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
    };
  };
}

/** Looks every few milliseconds until the condition holds; fails after a minute. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to that within a minute.');
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

function accessToken(
  account: { accountSid: string; authToken: string },
  identity: string,
  now: number,
): Promise<string> {
  const grants = { identity, voice: { incoming: { allow: true } } };
  return new SignJWT({ grants })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' })
    .setIssuer('SK00000000000000000000000000000000')
    .setSubject(account.accountSid)
    .setIssuedAt(Math.floor(now / 1000) - 60)
    .setExpirationTime(Math.floor(now / 1000) + 3600)
    .sign(new TextEncoder().encode(account.authToken));
}

function unused(): never {
  throw new Error('No messages in this test.');
}

function clinicNumber(url: string, now: number) {
  return {
    sid: newSid('PN'),
    phoneNumber: CLINIC,
    friendlyName: 'Clinic',
    voiceUrl: `${url}/voice`,
    voiceMethod: 'POST',
    voiceFallbackUrl: null,
    voiceFallbackMethod: 'POST',
    statusCallback: `${url}/status`,
    statusCallbackMethod: 'POST',
    smsUrl: null,
    smsMethod: 'POST',
    smsFallbackUrl: null,
    smsFallbackMethod: 'POST',
    createdAt: now,
    updatedAt: now,
  } as const;
}
