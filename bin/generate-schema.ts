// Writes src/platform/database/schema.ts (types) and db/schema.sql (the whole schema in one place) from the migrations.
// `--check` changes nothing and fails when one of them is stale.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { describeSchema } from './describe-schema.ts';

const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-schema-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });

const outputs: { file: string; text: string }[] = [];
try {
  await migrate(server.connection);
  const { host, user, database } = server.connection;
  const types = path.join(folder, 'schema.ts');
  execFileSync(process.execPath, [
    path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    '--dialect=postgres',
    `--url=postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    '--date-parser=string',
    '--type-mapping={"timestamptz":"Temporal.Instant","int8":"number"}',
    '--exclude-pattern=pgboss.*',
    `--out-file=${types}`,
    '--log-level=error',
  ]);
  outputs.push({ file: 'src/platform/database/schema.ts', text: readFileSync(types, 'utf8') });
  outputs.push({ file: 'db/schema.sql', text: await describeSchema(server.connection) });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

for (const { file, text } of outputs) {
  const target = path.join(root, file);
  if (!check) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${file} is stale. Run: npm run db:generate`);
    process.exitCode = 1;
  }
}
