import path from 'node:path';
import { choosePort, listenFailure, urlOf } from './addresses.ts';
import { startApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { describeDemo, writeDemoFile, type Demo, type DemoAddresses } from './demo/demo-file.ts';
import { livePast } from './demo/past/live-past.ts';
import { startOverIfCut } from './demo/past/start-over.ts';
import { placeHandsets } from './demo/place-handsets.ts';
import { placeSpareNumbers } from './demo/place-spare-numbers.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { awaitSeeding, inSeedingTurn } from './demo/seeding-turn.ts';
import { findSandbox } from './find-sandbox.ts';
import { openSecrets } from './encryption/open-secrets.ts';
import { openDatabase } from './open-database.ts';
import { systemClock } from './platform/clock.ts';
import { createDatabase, type Database } from './platform/database/database.ts';
import type { Connection } from './platform/database/pool.ts';
import { migrate } from './platform/database/migrate.ts';
import { createLog, type Log } from './platform/log.ts';
import { environmentKeys, fileKeys, type KeySource } from './platform/key-source.ts';
import type { Secrets } from './platform/secrets.ts';
import { findEndpoint, publishEndpoint, type SandboxEndpoint } from './platform/service-endpoints.ts';
import { StartFailure } from './platform/start-failure.ts';
import { loadInstallation } from './settings/load-installation.ts';
import { trackRunning, type Running } from './running.ts';
import { readRoles, type Roles } from './start-roles.ts';
import { greeting } from './terminal-greeting.ts';

export type StartOptions = {
  args: string[];
  environment: Record<string, string | undefined>;
  /** settles when the web app is built; the portal is not served before */
  webBuilt: Promise<void>;
};

/** What every step of the start needs. */
type Start = {
  config: Config;
  roles: Roles;
  connection: Connection;
  database: Database;
  secrets: Secrets;
  log: Log;
  running: Running;
};

const dist = path.resolve(import.meta.dirname, '../dist');

const keySourceOf = ({ ENCRYPTION_KEY, ENCRYPTION_KEYS_FORMER, DATA_DIR }: Config): KeySource =>
  ENCRYPTION_KEY === undefined ? fileKeys(DATA_DIR) : environmentKeys(ENCRYPTION_KEY, ENCRYPTION_KEYS_FORMER);

const openInstallation = async (config: Config, roles: Roles, running: Running): Promise<Start> => {
  const { connection, ...server } = await openDatabase(config);
  running.add(() => server.stop());
  running.goOn();
  await migrate(connection);
  const log = createLog(config.LOG_LEVEL);
  const { database, ...product } = createDatabase(connection, log, 4);
  running.add(() => product.close());
  const secrets = await openSecrets(database, keySourceOf(config), systemClock.now());
  running.goOn();
  return { config, roles, connection, database, secrets, log, running };
};

const startSandboxRole = async ({ config, log, running, database }: Start): Promise<SandboxEndpoint> => {
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  const sandbox = await startSandbox({
    dataDir: path.join(config.DATA_DIR, 'sandbox'),
    host: config.HOST,
    port: config.SANDBOX_PORT,
    exposed: config.SANDBOX_EXPOSED,
    pageDir: path.join(dist, 'telephones'),
    log: (line) => log.debug(line, 'sandbox'),
  });
  running.add(() => sandbox.close());
  const { baseUrl, accountSid, authToken, smtpUrl } = sandbox;
  const endpoint = { baseUrl, accountSid, authToken, smtpUrl };
  await publishEndpoint(database, 'sandbox', endpoint);
  return endpoint;
};

const reachSandbox = async (start: Start): Promise<SandboxEndpoint | null> => {
  const { config, roles, database, secrets, log } = start;
  if (config.CARRIER !== 'sandbox') return null;
  if (roles.sandbox) return startSandboxRole(start);
  // Where the portal chose another carrier, a sandbox may be there to go back to; nobody waits for one.
  const { stored } = await loadInstallation(database, secrets, log);
  const chosen = config.given.has('CARRIER') ? 'sandbox' : (stored.carrier?.kind ?? 'sandbox');
  return chosen === 'sandbox' ? findSandbox(database, log) : findEndpoint(database, 'sandbox');
};

const seed = async (start: Start, addresses: DemoAddresses): Promise<Demo> => {
  const { database, connection, config, secrets, log, running } = start;
  const busy = config.DEMO === 'full';
  const clinics = await inSeedingTurn(connection, running.goOn, async () => {
    if (busy && (await startOverIfCut(database, connection)))
      log.warn('the last start was cut in the middle of the demo: its clinics are made anew');
    const seeded = await seedDemo(database, secrets.authSecret, systemClock.now(), { busy });
    const needs = { database, log, secrets, portalUrl: addresses.publicUrl };
    const fresh = seeded.filter(({ isNew }) => busy && isNew);
    await livePast(needs, fresh, systemClock.now());
    return seeded;
  });
  if (addresses.sandbox !== null) {
    const missing = await placeHandsets(addresses.sandbox.baseUrl, clinics);
    if (missing > 0) log.warn({ missing }, 'demo people without a telephone');
    await placeSpareNumbers(addresses.sandbox);
  }
  const demo = describeDemo(clinics, addresses, secrets.authSecret);
  writeDemoFile(config.DATA_DIR, demo);
  return demo;
};

/** @returns what the terminal shows */
const startProduct = async (
  start: Start,
  sandbox: SandboxEndpoint | null,
  webBuilt: Promise<void>,
): Promise<string> => {
  const { config, roles, connection, database, secrets, log, running } = start;
  if (config.DEMO === 'full' && !roles.web) await awaitSeeding(start, running.goOn);
  const port = await choosePort(config.HOST, config.PORT);
  const published = roles.web ? null : await findEndpoint(database, 'web');
  const publicUrl = config.PUBLIC_URL ?? published?.publicUrl ?? urlOf(config.HOST, port);
  const telephones = sandbox === null ? null : `${sandbox.baseUrl}/telephones`;
  const addresses = { portal: publicUrl, telephones, api: `${publicUrl}/api/docs`, publicUrl, sandbox };
  const demo = config.DEMO !== 'none' && roles.web ? await seed(start, addresses) : null;
  running.goOn();
  await webBuilt;
  running.goOn();
  // Before the first request: what answers it writes this address into links and webhooks.
  if (roles.web) await publishEndpoint(database, 'web', { publicUrl });
  const app = await startApp({
    config: { ...config, PORT: port },
    connection,
    log,
    secrets,
    clock: systemClock,
    publicUrl,
    sandbox,
    roles,
  });
  running.add(() => app.close());
  return roles.web
    ? greeting(addresses, demo, path.join(config.DATA_DIR, 'demo.json'))
    : '\nThe worker runs.\n';
};

const startAll = async ({ args, environment, webBuilt }: StartOptions, running: Running): Promise<void> => {
  const roles = readRoles(args);
  const start = await openInstallation(readConfig(environment), roles, running);
  const sandbox = await reachSandbox(start);
  const text =
    roles.web || roles.worker
      ? await startProduct(start, sandbox, webBuilt)
      : `\nThe sandbox carrier runs.\n\n  Telephones  ${sandbox?.baseUrl ?? ''}/telephones\n`;
  if (!running.isStopping()) console.log(text);
};

/** Starts the roles asked for, and stops them on Ctrl-C or SIGTERM. Ends the process when it cannot. */
export const main = async (options: StartOptions): Promise<void> => {
  const running = trackRunning();
  const stop = async (): Promise<void> => {
    if (!running.markStopping()) return;
    await started.catch(() => {});
    await running.stopAll();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  const started = startAll(options, running);
  try {
    await started;
  } catch (error) {
    if (running.isStopping()) return;
    await running.stopAll();
    const failure = error instanceof StartFailure ? error : listenFailure(error);
    console.error(failure ? failure.message : error);
    process.exit(1);
  }
};
