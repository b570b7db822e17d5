// Everything that must hold, as one list: checks, then unit, database and journey tests, then the browser. `npm test`.
// With arguments, only the named test files run, without the checks: `npm test -- src/calls/*.test.ts`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { globalSetup, globalTeardown } from '../test/fixtures/global-setup.ts';
import { buildWebIfStale } from './build-web.ts';
import { runChecks } from './check.ts';
import { findChromium } from './find-chromium.ts';

const root = path.resolve(import.meta.dirname, '..');

// Every test file is a process that loads most of the product: with what was compiled before, in two thirds of the time.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, 'node_modules/.cache/compiled');

/**
 * With a test server of its own: node:test does what is set up for a whole run only once in a process, and this one runs
 * tests several times.
 * @param atOnce test files that run side by side
 * @param argv what each file is started with
 * @returns the files in which something failed, as seen from the project's folder
 */
const runTests = async (files: string[], atOnce: number, argv: string[] = []): Promise<string[]> => {
  const failed = new Set<string>();
  const options = {
    files: files.map((file) => path.resolve(root, file)),
    cwd: root,
    concurrency: atOnce,
    argv,
  };
  await globalSetup();
  try {
    const events = run(options);
    events.on('test:fail', ({ file }) => failed.add(path.relative(root, file ?? 'an unknown file')));
    for await (const text of events.compose(new spec())) process.stdout.write(text);
  } finally {
    await globalTeardown();
  }
  return [...failed];
};

/**
 * Many files in few processes, which take them from a pile. Three: some tests wait for a silence to be noticed.
 * @returns whether all passed
 */
const runInLanes = async (files: string[]): Promise<boolean> => {
  const pile = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-tests-'));
  writeFileSync(
    path.join(pile, 'files.json'),
    JSON.stringify(files.map((file) => path.resolve(root, file)).toSorted()),
  );
  const lanes = Array.from({ length: 3 }, () => 'test/fixtures/take-files.ts');
  try {
    return (await runTests(lanes, lanes.length, [pile])).length === 0;
  } finally {
    rmSync(pile, { recursive: true, force: true });
  }
};

/**
 * Of those through a whole installation, the slowest: they begin first, so that none of them is alone at the end; beside
 * the one that is always busy, those that mostly wait for leases.
 */
const slowest = [
  'every-page',
  'messages-crash',
  'calls-crash',
  'every-route',
  'journeys/gallery',
  'journeys/start',
  'hundred-callers',
  'browser/access',
  'workflow-running',
  'browser/editor',
];
const slowestFirst = (files: string[]): string[] => {
  const rank = (file: string): number => {
    const place = slowest.findIndex((name) => file.includes(name));
    return place < 0 ? slowest.length : place;
  };
  return files.toSorted((a, b) => rank(a) - rank(b));
};

const flaky: string[] = [];

/**
 * For tests that go through a whole installation: where nobody watches (CI), a file that fails gets a second try by
 * itself, so that one unlucky moment of a busy machine does not throw away a day's work. It is told at the end.
 */
const runPatiently = async (files: string[]): Promise<boolean> => {
  // Two at once: part of the time each of them waits, for a lease, a ring or a picture.
  const failed = await runTests(slowestFirst(files), 2);
  if (process.env['CI'] !== 'true') return failed.length === 0;
  for (const file of failed) {
    console.log(`\n${file} failed. Once more, by itself:`);
    if ((await runTests([file], 1)).length > 0) return false;
    flaky.push(file);
  }
  return true;
};

const named = process.argv.slice(2);
const inBrowser = globSync('test/browser/**/*.test.ts', { cwd: root });
const quick = globSync(['src/**/*.test.ts', 'web/**/*.test.ts', 'bin/**/*.test.ts'], { cwd: root });
const journeys = globSync('test/journeys/**/*.test.ts', { cwd: root });

/** Where none is there, it is installed beside the checks. Whether it worked is seen by `haveChromium`. */
const fetchChromium = async (): Promise<void> => {
  await once(spawn(process.execPath, ['bin/find-chromium.ts'], { cwd: root, stdio: 'inherit' }), 'exit');
};

/** So that each test file finds it at once. @returns whether there is one */
const haveChromium = (): boolean => {
  const chromium = findChromium();
  if (chromium !== null) process.env['CHROMIUM'] = chromium;
  return chromium !== null;
};

const runAll = async (): Promise<boolean> => {
  const [passed] = await Promise.all([runChecks(), fetchChromium()]);
  if (!passed) return false;
  await buildWebIfStale();
  if (!(await runInLanes(quick))) return false;
  return haveChromium() && (await runPatiently([...journeys, ...inBrowser]));
};

const runNamed = async (): Promise<boolean> => {
  await buildWebIfStale();
  if (named.some((file) => file.includes('browser'))) haveChromium();
  return (await runTests(named, 1)).length === 0;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void globalTeardown().finally(() => process.exit(1)));

process.exitCode = (await (named.length > 0 ? runNamed() : runAll())) ? 0 : 1;
if (flaky.length > 0)
  console.log(`\n!!! FLAKY: failed once and passed when run again: ${flaky.join(', ')}. Mend it.`);
