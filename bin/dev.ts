// Starts Frontdesk and starts it again whenever a source file changes; stale pages are rebuilt on the way. `npm run dev`.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const watched = ['src', 'web', 'bin', 'db/migrations'].map(
  (folder) => `--watch-path=${path.join(root, folder)}`,
);

const child = spawn(
  process.execPath,
  [...watched, path.join(root, 'bin/start.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
// Ctrl-C reaches the child as well; we only wait for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('close', (code) => process.exit(code ?? 0));
