// Fills a database with one large practice: `node bin/load-many.ts postgres://… [patients] [calls] [instances]`. 100,000
// patients, 500,000 calls and 100,000 instances of one workflow with a million executions unless said otherwise, with
// families, appointments, voicemails and an audit log, in set-based SQL.
// A database of its own: one that has clinics already is left alone.
import path from 'node:path';
import pg from 'pg';
import { loadMany } from './load-many-sql.ts';
import { workflowStatements } from './load-workflow-sql.ts';
import { migrate } from '../src/platform/database/migrate.ts';

const [address, patients = '100000', calls = '500000', instances = '100000'] = process.argv.slice(2);
if (address === undefined) {
  console.error(`${path.basename(import.meta.filename)} <database address> [patients] [calls] [instances]`);
  process.exit(1);
}
await migrate(address);
const client = new pg.Client({ connectionString: address });
await client.connect();
try {
  const { rows } = await client.query('SELECT count(*)::int AS clinics FROM clinics');
  if (rows[0].clinics > 0) throw new Error('This database has clinics already. Use an empty one.');
  const workflow = workflowStatements(Number(patients), Number(instances));
  await loadMany(client, { patients: Number(patients), calls: Number(calls) }, console.log, workflow);
} finally {
  await client.end();
}
