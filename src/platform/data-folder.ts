import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from './start-failure.ts';

/** One folder at a time: Node's own recursive way never returns where a folder cannot be made, as under /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
};

/** Creates the data folder. @throws StartFailure that says in one line why it cannot be used */
export const prepareDataDir = (dataDir: string): void => {
  try {
    makeFolder(dataDir);
    rmSync(mkdtempSync(path.join(dataDir, '.probe-')), { recursive: true });
  } catch {
    throw new StartFailure(
      `The data folder ${dataDir} cannot be written. Set DATA_DIR to a folder that you may write.`,
    );
  }
};
