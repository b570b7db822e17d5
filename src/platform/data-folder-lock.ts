import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from './other-process.ts';
import { StartFailure } from './start-failure.ts';

/**
 * One process at a time may own a data folder with an embedded database in it.
 * A lock left by a killed process is recognised by its pid and taken over.
 */
export const lockDataFolder = (dataDir: string): (() => void) => {
  const file = path.join(dataDir, 'frontdesk.pid');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      const owner = Number(readFileSync(file, 'utf8'));
      if (owner !== process.pid && commandLine(owner).includes('node')) {
        throw new StartFailure(
          `The data folder ${dataDir} is in use by process ${owner}. Stop that one, or set another DATA_DIR (and PORT), or DATABASE_URL.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new StartFailure(`The data folder ${dataDir} cannot be locked. Remove ${file} if no Frontdesk runs.`);
};
