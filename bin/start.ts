// Starts Frontdesk: builds the web app if it is missing or stale, while the database starts, then runs every role asked for.
import path from 'node:path';
import { main } from '../src/main.ts';
import { readRoles } from '../src/start-roles.ts';
import { buildWebIfStale } from './build-web.ts';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

/** A worker shows no pages. Bad arguments are reported by main. */
const needsPages = (): boolean => {
  try {
    const roles = readRoles(args);
    return roles.web || roles.sandbox;
  } catch {
    return false;
  }
};

// npm runs us through a shell, which dies of npm's SIGTERM without passing it on: then we stop as if it were ours.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

const webBuilt = needsPages() ? buildWebIfStale() : Promise.resolve();
webBuilt.catch(() => {}); // main reports it, after what it has started is stopped
await main({
  args,
  // From whichever folder we are started, the data of the last start is found.
  environment: { ...process.env, DATA_DIR: process.env['DATA_DIR'] || path.join(root, 'data') },
  webBuilt,
});
