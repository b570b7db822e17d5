// Everything that must hold, as one list: checks, then unit, database and journey tests, then the browser. `npm test`.
// With arguments, only the named test files run, without the checks: `npm test -- src/calls/*.test.ts`.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { buildWebIfStale } from './build-web.ts';
import { runChecks } from './check.ts';
import { findChromium } from './find-chromium.ts';

const root = path.resolve(import.meta.dirname, '..');
const setup = path.join(root, 'test/fixtures/global-setup.ts');

/** @param atOnce test files that run side by side */
const runTests = (files: string[], atOnce: number, environment: Record<string, string> = {}): boolean => {
  const { status } = spawnSync(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      `--test-concurrency=${atOnce}`,
      `--test-global-setup=${setup}`,
      ...files,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  return status === 0;
};

const named = process.argv.slice(2);
const inBrowser = globSync('test/browser/**/*.test.ts', { cwd: root });
const quick = globSync(['src/**/*.test.ts', 'web/**/*.test.ts', 'bin/**/*.test.ts'], { cwd: root });
const journeys = globSync('test/journeys/**/*.test.ts', { cwd: root });

const runAll = async (): Promise<boolean> => {
  if (!(await runChecks())) return false;
  await buildWebIfStale();
  if (!runTests(quick, 2)) return false;
  // Each journey is a whole installation: one after the other, so that none waits for the other's processor.
  if (!runTests(journeys, 1)) return false;
  const chromium = findChromium();
  return chromium !== null && runTests(inBrowser, 1, { CHROMIUM: chromium });
};

const runNamed = async (): Promise<boolean> => {
  await buildWebIfStale();
  const chromium = named.some((file) => file.includes('browser')) ? findChromium() : null;
  return runTests(named, 1, chromium === null ? {} : { CHROMIUM: chromium });
};

process.exitCode = (await (named.length > 0 ? runNamed() : runAll())) ? 0 : 1;
