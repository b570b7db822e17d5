import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { loadAccount } from './account.ts';
import { loadBadDay } from './bad-day/bad-day.ts';
import { realClock, type SandboxClock } from './clock.ts';
import { createExchange } from './endpoints/exchange.ts';
import { sockets } from './endpoints/sockets.ts';
import { startMailServer } from './mail/mail-server.ts';
import { createMessageDesk } from './messages/message-desk.ts';
import { openStore } from './records/store.ts';
import { restRoutes } from './rest/rest.routes.ts';
import { loadSettings } from './settings.ts';
import { telephones, telephonesAllowed, telephonesOff } from './telephones.ts';
import { createWebhookClient } from './webhooks/create-webhook-client.ts';

const LONGEST_FAREWELL_MS = 2000;

export type SandboxOptions = {
  /** Where account and records are kept, or `:memory:`. */
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Lets the telephones be used on an address other than loopback. */
  readonly exposed: boolean;
  /** The built page of telephones; null: none. */
  readonly pageDir: string | null;
  readonly clock?: SandboxClock;
  /** From 0 to 1 (exclusive); decides what the bad day hits. */
  readonly random?: () => number;
  /** Faults of the sandbox itself. */
  readonly log?: (line: object) => void;
};

export type Sandbox = {
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Where mail can be sent that is to arrive in the sandbox's mailboxes. */
  readonly smtpUrl: string;
  /** Ends every call and stops; may be called again. */
  close(): Promise<void>;
};

/** Starts a carrier of its own: REST API, live calls, messages, telephones. Rejects when it cannot listen. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = options.clock ?? realClock;
  const account = await loadAccount(options.dataDir, clock.now());
  const store = openStore(options.dataDir, clock.now());
  const app = Fastify({ logger: false, routerOptions: { maxParamLength: 500 }, forceCloseConnections: true });
  const world = createWorld(options, { account, store, clock, baseUrl: () => baseUrlOf(app, options.host) });
  const mail = await startMailServer({
    store: store.mails,
    clock,
    onMail: ({ mailbox, subject }) => world.exchange.handsets.mailArrived(mailbox, subject),
  });
  const closeAll = async (): Promise<void> => {
    await mail.close();
    await endCalls(world);
    await world.messages.close();
    await app.close();
    store.close();
  };
  let closed: Promise<void> | null = null;
  const close = (): Promise<void> => (closed ??= closeAll());
  try {
    await mount(app, options, world);
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await close();
    throw error;
  }
  const { accountSid, authToken } = account;
  return { baseUrl: world.baseUrl(), accountSid, authToken, smtpUrl: mail.url, close };
}

/** Ends every call; a customer's server that does not take the last callbacks is waited for only so long. */
async function endCalls({ exchange, webhooks }: World): Promise<void> {
  const ended = exchange.engine.close();
  const control = new AbortController();
  await Promise.race([ended, realClock.sleep(LONGEST_FAREWELL_MS, control.signal).catch(() => undefined)]);
  control.abort();
  await webhooks.close();
  await ended;
}

type World = ReturnType<typeof createWorld>;

type Ground = {
  readonly account: Awaited<ReturnType<typeof loadAccount>>;
  readonly store: ReturnType<typeof openStore>;
  readonly clock: SandboxClock;
  readonly baseUrl: () => string;
};

function createWorld(options: SandboxOptions, ground: Ground) {
  const { account, store, clock } = ground;
  const random = options.random ?? Math.random;
  const badDay = loadBadDay(store.settings);
  const settings = loadSettings(store.settings);
  const { authToken } = account;
  const webhooks = createWebhookClient({ authToken, clock, inspector: store.inspector, badDay, random });
  const messages = createMessageDesk({
    account,
    badDay,
    clock,
    store,
    webhooks,
    onTelephone: (message) => exchange.handsets.messagePassed(message),
  });
  const exchange = createExchange({
    ...ground,
    badDay,
    settings,
    webhooks,
    sendSms: (message) => messages.send(message, 'outbound-call') ?? { sid: '', status: 'failed' },
  });
  return { ...ground, random, badDay, settings, webhooks, messages, exchange };
}

async function mount(app: FastifyInstance, options: SandboxOptions, world: World): Promise<void> {
  const { account, store, settings, exchange, messages } = world;
  const { host, exposed, pageDir, log } = options;
  const open = telephonesAllowed(host, exposed);
  app.addHook('onError', async (request, _reply, error) => {
    if (!('status' in error)) log?.({ path: request.routeOptions.url, fault: error.stack ?? error.message });
  });
  await app.register(formbody);
  await app.register((scope) => restRoutes(scope, { ...world, engine: exchange.engine }), {
    prefix: '/2010-04-01',
  });
  await sockets(app, { exchange, account, telephones: open ? { exposed } : null });
  if (!open) return telephonesOff(app);
  await telephones(app, {
    exchange,
    account,
    store,
    settings,
    write: (message) => messages.receive(message),
    exposed,
    pageDir,
  });
}

/** The address to reach the sandbox at; one that listens everywhere is reached on loopback. */
function baseUrlOf(app: FastifyInstance, host: string): string {
  const address = app.addresses().find((each) => typeof each !== 'string');
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${address?.port ?? 0}`;
}
