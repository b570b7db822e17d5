import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from './database/database.ts';
import type { Connection } from './database/pool.ts';
import { listen } from './listen.ts';
import type { Log } from './log.ts';

export const liveTopics = [
  'calls',
  'voicemails',
  'staff',
  'members',
  'appointments',
  'care',
  'patients',
  'routing',
  'clinic',
  'carrier',
  'imports',
  'consent',
  'tasks',
  'messages',
  'workflows',
  'webhooks',
] as const;
export type LiveTopic = (typeof liveTopics)[number];
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
  /** Tells the portals that are connected to this process, of every clinic. */
  tellHere(topic: LiveTopic): void;
  close(): Promise<void>;
};

/** One listening connection for the process; it comes back by itself after a loss. */
export const startLiveUpdates = async (connection: Connection, log: Log): Promise<LiveUpdates> => {
  const listeners = new Map<string, Set<(update: LiveUpdate | null) => void>>();
  const { close } = await listen(connection, channel, log, (payload) => {
    if (payload === null) {
      for (const set of listeners.values()) for (const listener of set) listener(null);
      return;
    }
    const update = JSON.parse(payload) as LiveUpdate;
    for (const listener of listeners.get(update.clinicId) ?? []) listener(update);
  });
  return {
    subscribe(clinicId, listener) {
      const set = listeners.get(clinicId) ?? new Set();
      listeners.set(clinicId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(clinicId);
      };
    },
    tellHere(topic) {
      for (const [clinicId, set] of listeners)
        for (const listener of set) listener({ clinicId, topic, id: null });
    },
    close,
  };
};
