// The static checks, as one list: format, lint, types, dependency rules, dead code, generated schema. `npm run check`.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

type Check = { name: string; command: string; args: string[]; expect?: RegExp };

/** The longest first: two run side by side. */
const checks: Check[] = [
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', command: process.execPath, args: ['node_modules/ts7/bin/tsc', '--noEmit'] },
  { name: 'format', command: bin('oxfmt'), args: ['--check', '.'] },
  // With a parser it does not understand, dependency-cruiser finds 0 modules and calls that clean.
  {
    name: 'dependency rules',
    command: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'src', 'web', 'bin', 'test'],
    expect: /no dependency violations found \([1-9]\d{2,} modules/,
  },
  { name: 'dead code', command: bin('knip'), args: [] },
  { name: 'generated schema', command: process.execPath, args: ['bin/generate-schema.ts', '--check'] },
];

const run = ({ command, args }: Check): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

const passes = async (check: Check): Promise<boolean> => {
  const started = performance.now();
  const { code, output } = await run(check);
  const ok = code === 0 && (check.expect?.test(output) ?? true);
  console.log(
    `${ok ? 'ok  ' : 'FAIL'}  ${check.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (!ok) console.log(output);
  return ok;
};

/** Runs every check, also after one has failed, and says which did. @returns whether all passed */
export const runChecks = async (): Promise<boolean> => {
  const waiting = [...checks];
  const lane = async (): Promise<boolean> => {
    let passed = true;
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      passed = (await passes(check)) && passed;
    return passed;
  };
  return (await Promise.all([lane(), lane()])).every(Boolean);
};

if (import.meta.main) process.exitCode = (await runChecks()) ? 0 : 1;
