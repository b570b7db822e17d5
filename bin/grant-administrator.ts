// Lets an account change what belongs to the whole installation: `npm run admin:grant -- --email …` (`--revoke` takes it away).
// With the embedded database, stop Frontdesk first: the data folder belongs to one process at a time.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { grantAdministration } from '../src/accounts/grant-administration.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/open-database.ts';
import { createDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { createLog } from '../src/platform/log.ts';
import { StartFailure } from '../src/platform/start-failure.ts';

const usage = 'Usage: npm run admin:grant -- --email owner@example.org [--revoke]';

const readArguments = (): { email: string; revoke: boolean } => {
  try {
    const { values } = parseArgs({
      options: { email: { type: 'string' }, revoke: { type: 'boolean', default: false } },
    });
    if (values.email !== undefined) return { email: values.email, revoke: values.revoke };
  } catch {
    // an unknown argument: the usage says which there are
  }
  throw new StartFailure(usage);
};

const grant = async (): Promise<string> => {
  const { email, revoke } = readArguments();
  const root = path.resolve(import.meta.dirname, '..');
  const config = readConfig({ ...process.env, DATA_DIR: process.env['DATA_DIR'] || path.join(root, 'data') });
  const server = await openDatabase(config);
  try {
    await migrate(server.connection);
    const { database, close } = createDatabase(server.connection, createLog('silent'), 2);
    const found = await grantAdministration(database, email, !revoke);
    await close();
    if (!found) throw new StartFailure('There is no account with this e-mail address. Nothing was changed.');
    return revoke
      ? 'This account no longer looks after the installation.'
      : 'This account looks after the installation now.';
  } finally {
    await server.stop();
  }
};

try {
  console.log(await grant());
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
