import pg from 'pg';
import type { Connection } from './database/pool.ts';
import type { Log } from './log.ts';

const againAfterMs = 1000;

/**
 * One connection that listens to a channel; it comes back by itself after a loss.
 * @param hear gets each payload, and null when some may have been lost
 */
export const listen = async (
  connection: Connection,
  channel: string,
  log: Log,
  hear: (payload: string | null) => void,
): Promise<{ close(): Promise<void> }> => {
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
      log.warn({ channel }, 'a listening connection was lost');
      again();
    });
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    await fresh.connect();
    await fresh.query(`LISTEN ${channel}`);
    client = fresh;
  };
  const again = (): void => {
    retry = setTimeout(() => {
      connect().then(
        () => hear(null),
        () => again(),
      );
    }, againAfterMs);
  };
  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
};
