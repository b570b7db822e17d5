import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import type { Database } from '../platform/database/database.ts';
import { clientConfig, type Connection } from '../platform/database/pool.ts';

/** Any number, the same in every process. */
const turnLock = 727_503;
const betweenLooksMs = 100;

/**
 * One process at a time makes the demo and lives its past; a second finds all of it there. A process that dies gives its
 * turn away.
 * @param goOn throws when this process was told to stop
 */
export const inSeedingTurn = async <T>(
  connection: Connection,
  goOn: () => void,
  work: () => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(clientConfig(connection));
  // Whoever works meanwhile has connections of their own, and says what is wrong.
  client.on('error', () => {});
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS ours', [turnLock]);
      if (rows[0].ours === true) return await work();
      await sleep(betweenLooksMs);
      goOn();
    }
  } finally {
    await client.end();
  }
};

/** A worker that began earlier would take the past's messages and steps for overdue ones, and do them too. */
export const awaitSeeding = async (
  { connection, database }: { connection: Connection; database: Database },
  goOn: () => void,
): Promise<void> => {
  while ((await listClinicIds(database)).length === 0) {
    await sleep(betweenLooksMs);
    goOn();
  }
  await inSeedingTurn(connection, goOn, async () => {});
};
