import { parseArgs } from 'node:util';
import { StartFailure } from './platform/start-failure.ts';

export type Roles = { web: boolean; worker: boolean; sandbox: boolean };

const names = ['web', 'worker', 'sandbox'] as const;
type Name = (typeof names)[number];
const isName = (value: string): value is Name => (names as readonly string[]).includes(value);

/**
 * Which parts this process is: `--role web|worker|sandbox`, once or several times; all of them by default.
 * @throws StartFailure
 */
export const readRoles = (args: string[]): Roles => {
  let asked: string[];
  try {
    asked = parseArgs({ args, options: { role: { type: 'string', multiple: true } } }).values.role ?? [
      ...names,
    ];
  } catch {
    throw new StartFailure('Unknown argument. The only one is --role web|worker|sandbox.');
  }
  const wrong = asked.find((role) => !isName(role));
  if (wrong !== undefined) throw new StartFailure(`There is no role "${wrong}". Roles: ${names.join(', ')}.`);
  return { web: asked.includes('web'), worker: asked.includes('worker'), sandbox: asked.includes('sandbox') };
};
