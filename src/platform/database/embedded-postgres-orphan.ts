import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, isAlive } from '../other-process.ts';

/**
 * After `kill -9` of Frontdesk its database may still run, or its lock file may name a dead or a recycled process.
 * Only a process whose command line names our cluster is ours to stop. Whether another Frontdesk is alive is
 * checked before, by the lock of the data folder.
 */
export const stopOrphan = async (cluster: string): Promise<void> => {
  const lock = path.join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isAlive(pid) && commandLine(pid).includes(cluster)) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await sleep(20);
  }
  rmSync(lock, { force: true });
};
