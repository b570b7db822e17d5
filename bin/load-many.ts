// Fills a database with one large practice: `node bin/load-many.ts postgres://… [patients] [calls]`. 100,000 patients and
// 500,000 calls unless said otherwise, with families, appointments, voicemails and an audit log, in set-based SQL.
// A database of its own: one that has clinics already is left alone.
import path from 'node:path';
import pg from 'pg';
import { loadMany } from './load-many-sql.ts';
import { migrate } from '../src/platform/database/migrate.ts';

const [address, patients = '100000', calls = '500000'] = process.argv.slice(2);
if (address === undefined) {
  console.error(`${path.basename(import.meta.filename)} <database address> [patients] [calls]`);
  process.exit(1);
}
await migrate(address);
const client = new pg.Client({ connectionString: address });
await client.connect();
try {
  const { rows } = await client.query('SELECT count(*)::int AS clinics FROM clinics');
  if (rows[0].clinics > 0) throw new Error('This database has clinics already. Use an empty one.');
  await loadMany(client, { patients: Number(patients), calls: Number(calls) }, console.log);
} finally {
  await client.end();
}
