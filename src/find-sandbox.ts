import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './platform/database/database.ts';
import type { Log } from './platform/log.ts';
import { findEndpoint, type SandboxEndpoint } from './platform/service-endpoints.ts';
import { StartFailure } from './platform/start-failure.ts';

const BETWEEN_LOOKS_MS = 250;
const LOOKS_BEFORE_A_WORD = 12;
/** A restart is over by then. */
const LONGEST_SILENCE_MS = 10_000;
/** A process that is started for the first time, beside others, on a busy machine. */
const LONGEST_FIRST_START_MS = 60_000;

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    () => false,
  );

/**
 * Where the sandbox carrier of another process is. It may start at the same moment as this one; one that is known
 * but silent is waited for and then taken as it is, because it may come back.
 * @throws StartFailure when there never was one
 */
export const findSandbox = async (database: Database, log: Log): Promise<SandboxEndpoint> => {
  const since = performance.now();
  for (let look = 0; ; look += 1) {
    const endpoint = await findEndpoint(database, 'sandbox');
    if (endpoint && (await answers(endpoint.baseUrl))) return endpoint;
    const waited = performance.now() - since;
    if (endpoint && waited > LONGEST_SILENCE_MS) return endpoint;
    if (waited > LONGEST_FIRST_START_MS) {
      throw new StartFailure('No sandbox carrier runs. Start one: npm start -- --role sandbox');
    }
    if (look === LOOKS_BEFORE_A_WORD) log.info('waiting for the sandbox carrier (--role sandbox)');
    await sleep(BETWEEN_LOOKS_MS);
  }
};
