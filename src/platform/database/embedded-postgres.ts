import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  chownSync,
  chmodSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartFailure } from '../start-failure.ts';
import { placeDataFolder, serverUser, stageBinaries } from './embedded-postgres-files.ts';
import { isAlive } from '../other-process.ts';
import { stopOrphan } from './embedded-postgres-orphan.ts';

export type EmbeddedPostgres = {
  connection: { host: string; user: string; database: string };
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  /** For tests: no durability, much faster. */
  throwaway?: boolean;
};

const run = (command: string, args: string[], logFile: string): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const log = openSync(logFile, 'a');
    const child = spawn(command, args, { ...serverUser(), cwd: '/', stdio: ['ignore', log, log] });
    child.once('error', reject);
    child.once('exit', resolve);
    closeSync(log);
  });

/**
 * `setpriv --pdeathsig` makes the kernel stop the server when we are killed with -9; where it is missing (macOS),
 * `stopOrphan` cleans up at the next start.
 */
const launch = (binary: string, args: string[], logFile: string): ChildProcess => {
  const log = openSync(logFile, 'a');
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));
  const { uid, gid } = serverUser();
  const user = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // A session of its own: Ctrl-C in the terminal must reach only us, so that we close the pools first.
  const options = { cwd: '/', stdio: ['ignore', log, log] as ['ignore', number, number], detached: true };
  const child = setpriv
    ? spawn(setpriv, [...user, '--pdeathsig=INT', '--', binary, ...args], options)
    : spawn(binary, args, { ...options, ...serverUser() });
  child.on('error', () => {}); // the exit code tells; an unhandled 'error' event would end the process with a stack trace
  closeSync(log);
  return child;
};

const answers = async (connection: pg.ClientConfig): Promise<boolean> => {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

const createDatabase = async (socketDir: string): Promise<void> => {
  const client = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' });
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'frontdesk'");
  if (rowCount === 0) await client.query('CREATE DATABASE frontdesk');
  await client.end();
};

/**
 * Starts PostgreSQL from the `@embedded-postgres/*` package on a unix socket that only this user can open.
 * @throws StartFailure when the folder cannot be written, is in use, or the server does not come up.
 */
export const startEmbeddedPostgres = async ({
  dataDir,
  throwaway = false,
}: Options): Promise<EmbeddedPostgres> => {
  const binaries = stageBinaries(dataDir);
  const cluster = placeDataFolder(dataDir);
  const logFile = path.join(dataDir, 'postgres.log');
  const socketDir = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-pg-'));
  const { uid, gid } = serverUser();
  if (uid !== undefined) chownSync(socketDir, uid, gid!);
  chmodSync(socketDir, 0o700);

  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    const code = await run(
      path.join(binaries, 'bin/initdb'),
      [
        '-D',
        cluster,
        '-U',
        'postgres',
        '--auth-local=trust',
        '--auth-host=reject',
        '--encoding=UTF8',
        '--no-instructions',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C.UTF-8',
        ...(throwaway ? ['--no-sync'] : []),
      ],
      logFile,
    );
    if (code !== 0) {
      rmSync(cluster, { recursive: true, force: true });
      throw new StartFailure(`The database could not be set up in ${dataDir}. See ${logFile}.`);
    }
  }
  await stopOrphan(cluster);

  const speed = throwaway
    ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
    : [];
  const server = launch(
    path.join(binaries, 'bin/postgres'),
    [
      '-D',
      cluster,
      '-k',
      socketDir,
      '-c',
      'listen_addresses=',
      '-c',
      'unix_socket_permissions=0700',
      '-c',
      'max_connections=200',
      ...speed,
    ],
    logFile,
  );
  const connection = { host: socketDir, user: 'postgres', database: 'postgres' };
  for (let waited = 0; !(await answers(connection)); waited += 20) {
    if (server.exitCode !== null || waited > 20_000) {
      rmSync(socketDir, { recursive: true, force: true });
      throw new StartFailure(`The embedded database did not start. See ${logFile}.`);
    }
    await sleep(20);
  }
  await createDatabase(socketDir);
  return {
    connection: { ...connection, database: 'frontdesk' },
    stop: async () => {
      const pid = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGINT');
      while (isAlive(pid) && server.exitCode === null && server.signalCode === null) await sleep(10);
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
};
