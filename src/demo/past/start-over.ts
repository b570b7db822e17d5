import pg from 'pg';
import { listClinicIds } from '../../clinics/list-clinic-ids.ts';
import { inClinic, type Database } from '../../platform/database/database.ts';
import { clientConfig, type Connection } from '../../platform/database/pool.ts';
import { demoClinics } from '../seed-demo.ts';
import { emptyClinics, isInUse, isUnfinished, markFinished } from './unfinished-pasts.store.ts';

const emails = demoClinics.flatMap(({ staff, observers }) =>
  [...staff, ...observers].map(({ email }) => email.trim().toLowerCase()),
);

/**
 * A start that was cut in the middle of the demo's past has left half of it, and nobody could go on from there: what comes
 * next would be lived through twice. So the clinics are taken away and made anew, unless somebody has come to use them.
 * To be asked in the seeding turn, before the demo is made.
 * @returns whether they were taken away
 */
export const startOverIfCut = async (database: Database, connection: Connection): Promise<boolean> => {
  const ids = await listClinicIds(database);
  const cut: string[] = [];
  for (const id of ids) if (await inClinic(database, id, isUnfinished)) cut.push(id);
  if (cut.length === 0) return false;
  const slugs = demoClinics.map(({ slug }) => slug);
  if (await isInUse(database, slugs)) {
    for (const id of cut) await inClinic(database, id, markFinished);
    return false;
  }
  // Whoever owns the tables may empty them; the product's role may not.
  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  try {
    await emptyClinics(client, { slugs, emails });
  } finally {
    await client.end();
  }
  return true;
};
