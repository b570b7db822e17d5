import { isKeyFile } from '../platform/key-source.ts';
import { fingerprintOf } from '../platform/keyring.ts';
import { recordEverywhere } from '../settings/record-everywhere.ts';
import { lockKeys, reopenResealing, selectHolders, selectKeys, tellKeys } from './encryption.store.ts';
import { resealJob, resealKey, type ResealDependencies } from './reseal-work.ts';
import { countLeft } from './reseal.ts';

type By = { userId: string; at: Temporal.Instant };
type Outcome = 'done' | 'set-by-environment' | 'conflict';

/**
 * Makes a new key and puts it first in the file. Every process that reads this file takes it in; when all have it,
 * things are sealed with it.
 * @returns `conflict` while another change waits or is under way
 */
export const beginChange = async (deps: ResealDependencies, by: By): Promise<Outcome> => {
  const { database, secrets } = deps;
  const { source } = secrets;
  if (!isKeyFile(source)) return 'set-by-environment';
  const begun = await database.transaction().execute(async (trx) => {
    await lockKeys(trx);
    const [current] = await selectKeys(trx);
    const holders = await selectHolders(trx);
    const [first] = source.read().map(fingerprintOf);
    const waits = holders.some(({ wants }) => wants !== current?.fingerprint);
    if (current?.resealedAt == null || waits || first !== current.fingerprint) return false;
    source.add();
    await tellKeys(trx);
    return true;
  });
  if (!begun) return 'conflict';
  await recordEverywhere(database, 'installation.key-made', {}, by);
  return 'done';
};

/**
 * Takes the former keys out of the file, after looking once more that nothing is sealed with them.
 * @returns `conflict` while something is: then that is sealed anew first
 */
export const discardFormer = async (deps: ResealDependencies, by: By): Promise<Outcome> => {
  const { database, secrets, send } = deps;
  const { source } = secrets;
  if (!isKeyFile(source)) return 'set-by-environment';
  const left = await countLeft(deps);
  const discarded = await database.transaction().execute(async (trx) => {
    await lockKeys(trx);
    const [current] = await selectKeys(trx);
    const [first, ...former] = source.read().map(fingerprintOf);
    if (current?.resealedAt == null || first !== current.fingerprint) return false;
    if (former.length > 0 && left > current.unopened) {
      await reopenResealing(trx, left, former);
      await send(trx, resealJob, {}, { key: resealKey });
      return false;
    }
    source.keep([current.fingerprint]);
    await tellKeys(trx);
    return true;
  });
  if (!discarded) return 'conflict';
  await recordEverywhere(database, 'installation.key-discarded', {}, by);
  return 'done';
};
