import { randomUUIDv7 } from 'node:crypto';
import type { Connection } from '../platform/database/pool.ts';
import { fingerprintOf } from '../platform/keyring.ts';
import { listen } from '../platform/listen.ts';
import type { Log } from '../platform/log.ts';
import { startRounds } from '../platform/rounds.ts';
import {
  deleteHolder,
  lockKeys,
  replaceCurrent,
  saveHolder,
  selectHolders,
  selectKeys,
} from './encryption.store.ts';
import { keysChannel } from './keys-channel.ts';
import { resealJob, resealKey, type ResealDependencies } from './reseal-work.ts';
import { agreedKey, type KeyHolder } from './rules/agreed-key.ts';

/** A process says that often that it is there: well within the time after which it would not count any more. */
const pollMs = 15_000;

export type WatchDependencies = Omit<ResealDependencies, 'sealedTables'> & { log: Log };

/**
 * Says what this process holds, and makes the change where all processes have come to want it: whoever is the last to
 * have the new key begins.
 * @returns the key that things are sealed with
 */
const sayKeys = (deps: WatchDependencies, process: string, holder: KeyHolder): Promise<string> =>
  deps.database.transaction().execute(async (trx) => {
    await lockKeys(trx);
    await saveHolder(trx, process, holder);
    const [current] = await selectKeys(trx);
    if (current === undefined) return holder.wants;
    const agreed = agreedKey(await selectHolders(trx), current.fingerprint);
    if (agreed !== current.fingerprint) {
      await replaceCurrent(trx, agreed, deps.clock.now());
      await deps.send(trx, resealJob, {}, { key: resealKey });
    }
    return agreed;
  });

/**
 * Reads the keys and takes them in before it says so: from then on another process may seal with any of them. Where the
 * one that seals is not among them any more, somebody has mistaken the file: this process goes on with what it has.
 */
const readKeys = ({ secrets, log }: WatchDependencies): { keys: Uint8Array[] | null; wants: string } => {
  const keys = secrets.source.read();
  const [wanted] = keys;
  const sealing = secrets.keys.current();
  if (wanted !== undefined && (sealing === null || keys.some((key) => fingerprintOf(key) === sealing))) {
    secrets.keys.hold(keys, sealing ?? '');
    return { keys, wants: fingerprintOf(wanted) };
  }
  log.error({ fingerprint: sealing }, 'the encryption key is no longer where it is kept: put it back');
  return { keys: null, wants: sealing ?? '' };
};

const look = async (deps: WatchDependencies, process: string): Promise<void> => {
  const { keys: ring } = deps.secrets;
  const { keys, wants } = readKeys(deps);
  const say = () => sayKeys(deps, process, { wants, holds: ring.holds(), seals: ring.current() });
  const current = await say();
  if (current === ring.current()) return;
  if (keys !== null) ring.hold(keys, current);
  if (ring.current() !== current)
    deps.log.error({ fingerprint: current }, 'the encryption key was changed, and is not here');
  await say();
};

export type WatchedKeys = {
  /** Looks at the keys now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
};

/** Keeps this process's keys as the installation needs them: reads them again, and seals with the one agreed upon. */
export const watchKeys = async (deps: WatchDependencies, connection: Connection): Promise<WatchedKeys> => {
  const process = randomUUIDv7();
  let last: Promise<void> = Promise.resolve();
  const lookNow = () => look(deps, process);
  const refresh = (): Promise<void> => (last = last.then(lookNow, lookNow));
  await refresh();
  const round = async (): Promise<null> => {
    await refresh();
    return null;
  };
  const rounds = startRounds('encryption-keys', { round, pollMs, log: deps.log });
  const { close } = await listen(connection, keysChannel, deps.log, () => rounds.ring());
  return {
    refresh,
    async close() {
      await close();
      await rounds.close();
      await deleteHolder(deps.database, process);
    },
  };
};
