import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import type { ClinicTransaction } from './database/database.ts';
import type { Connection } from './database/pool.ts';
import type { Log } from './log.ts';

export type LiveTopic =
  | 'calls'
  | 'voicemails'
  | 'staff'
  | 'appointments'
  | 'patients'
  | 'routing'
  | 'imports';
export type LiveUpdate = { clinicId: string; topic: LiveTopic; id: string | null };

const channel = 'frontdesk_live';

/** The notification as part of a statement, for those who announce in the same round trip as they write. */
export const notice = (update: LiveUpdate): RawBuilder<void> =>
  sql`pg_notify(${channel}, ${JSON.stringify(update)})`;

/** Tells every open portal of the clinic, in whichever process, when this transaction commits. Ids only, no content. */
export const announce = async (
  trx: ClinicTransaction,
  topic: LiveTopic,
  id: string | null = null,
): Promise<void> => {
  await sql`SELECT ${notice({ clinicId: trx.clinicId, topic, id })}`.execute(trx);
};

export type LiveUpdates = {
  /** @returns how to stop listening. `update` null: some updates may have been lost (reconnect), read everything again. */
  subscribe(clinicId: string, listener: (update: LiveUpdate | null) => void): () => void;
  close(): Promise<void>;
};

/** One listening connection for the process; it comes back by itself after a loss. */
export const startLiveUpdates = async (connection: Connection, log: Log): Promise<LiveUpdates> => {
  const listeners = new Map<string, Set<(update: LiveUpdate | null) => void>>();
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(
      typeof connection === 'string' ? { connectionString: connection } : connection,
    );
    fresh.on('error', () => {});
    fresh.on('end', () => {
      if (closed || client !== fresh) return;
      client = null;
      log.warn('live updates lost their connection');
      again();
    });
    fresh.on('notification', ({ payload }) => {
      const update = JSON.parse(payload ?? '{}') as LiveUpdate;
      for (const listener of listeners.get(update.clinicId) ?? []) listener(update);
    });
    await fresh.connect();
    await fresh.query(`LISTEN ${channel}`);
    client = fresh;
  };
  const again = (): void => {
    retry = setTimeout(() => {
      connect().then(
        () => {
          for (const set of listeners.values()) for (const listener of set) listener(null);
        },
        () => again(),
      );
    }, 1000);
  };
  await connect();
  return {
    subscribe(clinicId, listener) {
      const set = listeners.get(clinicId) ?? new Set();
      listeners.set(clinicId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(clinicId);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
};
