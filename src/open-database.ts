import type { Config } from './config.ts';
import { prepareDataDir } from './platform/data-folder.ts';
import { lockDataFolder } from './platform/data-folder-lock.ts';
import { assertReachable } from './platform/database/database.ts';
import type { Connection } from './platform/database/pool.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';

export type OpenDatabase = { connection: Connection; stop(): Promise<void> };

/**
 * The server in DATABASE_URL, or the embedded one in the data folder, which then belongs to this process alone.
 * @throws StartFailure
 */
export const openDatabase = async (config: Config): Promise<OpenDatabase> => {
  prepareDataDir(config.DATA_DIR);
  if (config.DATABASE_URL !== undefined) {
    await assertReachable(config.DATABASE_URL);
    return { connection: config.DATABASE_URL, stop: async () => {} };
  }
  const unlock = lockDataFolder(config.DATA_DIR);
  try {
    const server = await startEmbeddedPostgres({ dataDir: config.DATA_DIR });
    return {
      connection: server.connection,
      stop: async () => {
        await server.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
};
