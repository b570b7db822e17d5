import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './platform/database/database.ts';
import { findEndpoint, type SandboxEndpoint } from './platform/service-endpoints.ts';
import { StartFailure } from './platform/start-failure.ts';

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
export const findSandbox = async (database: Database): Promise<SandboxEndpoint> => {
  let endpoint: SandboxEndpoint | null = null;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    endpoint = await findEndpoint(database, 'sandbox');
    if (endpoint && (await answers(endpoint.baseUrl))) return endpoint;
    await sleep(250);
  }
  if (endpoint) return endpoint;
  throw new StartFailure('No sandbox carrier runs. Start one: npm start -- --role sandbox');
};
