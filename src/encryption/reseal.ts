import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { inClinic } from '../platform/database/database.ts';
import { countSealedOtherwise, resealRows, type SealedTable } from '../platform/database/reseal-rows.ts';
import { recordEverywhere } from '../settings/record-everywhere.ts';
import { resealSettings } from '../settings/reseal-settings.ts';
import {
  addResealed,
  lockKeys,
  saveAllResealed,
  saveToReseal,
  selectHolders,
  selectKeys,
} from './encryption.store.ts';
import { resealJob, resealKey, type ResealDependencies } from './reseal-work.ts';
import { resealSigning } from './signing-secrets.ts';

/** Batches that one job does, of some 40 MB at most. */
const batchesOfTurn = 200;

type Pass = { batches: number; resealed: number; unopened: number };

/** How much of all clinics is sealed with another key than the current one. */
export const countLeft = async ({ database, secrets, sealedTables }: ResealDependencies): Promise<number> => {
  const mark = secrets.keys.mark();
  let left = 0;
  for (const clinicId of await listClinicIds(database)) {
    left += await inClinic(database, clinicId, async (trx) => {
      let ofClinic = 0;
      for (const table of sealedTables) ofClinic += await countSealedOtherwise(trx, table, mark);
      return ofClinic;
    });
  }
  return left;
};

const begin = async (deps: ResealDependencies): Promise<void> => {
  const toReseal = await countLeft(deps);
  const by = { userId: null, at: deps.clock.now() };
  await recordEverywhere(deps.database, 'installation.key-changed', { values: toReseal }, by);
  await deps.database.transaction().execute((trx) => saveToReseal(trx, toReseal));
};

/** @returns whether it came to the table's end within this turn */
const resealTable = async (
  { database, secrets }: ResealDependencies,
  clinicId: string,
  table: SealedTable,
  pass: Pass,
): Promise<boolean> => {
  let after: string[] | null = null;
  do {
    if (pass.batches >= batchesOfTurn) return false;
    pass.batches += 1;
    const from: string[] | null = after;
    const batch = await inClinic(database, clinicId, async (trx) => {
      const done = await resealRows(trx, table, secrets.keys, from);
      if (done.resealed > 0) await addResealed(trx, done.resealed);
      return done;
    });
    pass.resealed += batch.resealed;
    pass.unopened += batch.unopened;
    after = batch.next;
  } while (after !== null);
  return true;
};

/** Goes through everything once. @returns null when its turn ended before */
const passThrough = async (deps: ResealDependencies): Promise<Pass | null> => {
  const pass: Pass = { batches: 0, resealed: 0, unopened: 0 };
  await deps.database.transaction().execute(async (trx) => {
    await resealSettings(trx, deps.secrets.keys);
    await resealSigning(trx, deps.secrets.keys);
  });
  for (const clinicId of await listClinicIds(deps.database)) {
    for (const table of deps.sealedTables) {
      if (!(await resealTable(deps, clinicId, table, pass))) return null;
    }
  }
  return pass;
};

/** In a while, or at once. */
const goOnLater = (deps: ResealDependencies, wait: Temporal.DurationLike): Promise<void> =>
  deps.database
    .transaction()
    .execute((trx) =>
      deps.send(trx, resealJob, {}, { key: resealKey, startAfter: deps.clock.now().add(wait) }),
    );

const finish = async (deps: ResealDependencies, { unopened }: Pass): Promise<void> => {
  const at = deps.clock.now();
  const finished = await deps.database.transaction().execute(async (trx) => {
    await lockKeys(trx);
    const [current] = await selectKeys(trx);
    if (current?.fingerprint !== deps.secrets.keys.current()) return null;
    await saveAllResealed(trx, unopened, at);
    return current;
  });
  if (finished === null) return goOnLater(deps, { seconds: 1 });
  const { resealed } = finished;
  await recordEverywhere(
    deps.database,
    'installation.key-resealed',
    { resealed, unopened },
    { userId: null, at },
  );
};

/**
 * Seals everything with the current key. Whenever the worker is killed, each batch is done wholly or not at all, and
 * the next job finds what is left. It is over when a whole pass, begun after every process sealed with that key, found
 * nothing more.
 */
export const reseal = async (deps: ResealDependencies): Promise<void> => {
  const [current] = await selectKeys(deps.database);
  if (current === undefined || current.resealedAt !== null) return;
  const holders = await selectHolders(deps.database);
  const everywhere = holders.every(({ seals }) => seals === current.fingerprint);
  if (!everywhere || deps.secrets.keys.current() !== current.fingerprint)
    return goOnLater(deps, { seconds: 2 });
  if (current.toReseal === null) await begin(deps);
  for (;;) {
    const pass = await passThrough(deps);
    if (pass === null) return goOnLater(deps, {});
    if (pass.resealed === 0) return finish(deps, pass);
  }
};
