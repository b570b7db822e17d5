import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { inClinic } from '../platform/database/database.ts';
import { fingerprintOf } from '../platform/keyring.ts';
import { countSettings } from '../settings/count-settings.ts';
import { countSealed } from '../voicemail/count-sealed.ts';
import { selectHolders, selectKeys, type KnownKey } from './encryption.store.ts';
import type { ResealDependencies } from './reseal-work.ts';
import type { KeyView } from './rules/key-view.ts';

type Dependencies = Pick<ResealDependencies, 'database' | 'secrets'>;

const countAll = async ({ database }: Dependencies): Promise<KeyView['sealed']> => {
  const sealed = { recordings: 0, transcripts: 0, settings: await countSettings(database) };
  for (const clinicId of await listClinicIds(database)) {
    const counted = await inClinic(database, clinicId, countSealed);
    sealed.recordings += counted.recordings;
    sealed.transcripts += counted.transcripts;
  }
  return sealed;
};

const waitingFor = async ({ database }: Dependencies, current: string): Promise<KeyView['waiting']> => {
  const holders = await selectHolders(database);
  const wanted = holders.find(({ wants }) => wants !== current)?.wants;
  if (wanted === undefined) return null;
  const ready = holders.filter(
    ({ wants, holds }) => wants === wanted && holds.includes(wanted) && holds.includes(current),
  ).length;
  return { fingerprint: wanted, processes: holders.length, ready };
};

const formerOf = (known: readonly KnownKey[], held: readonly string[]): KeyView['former'] =>
  known.flatMap(({ fingerprint, formerSince, unneededSince }) =>
    formerSince !== null && held.includes(fingerprint)
      ? [{ fingerprint, until: formerSince.toString(), needed: unneededSince === null }]
      : [],
  );

/** Which key things are sealed with, and how far a change of it has come. */
export const showKeys = async (deps: Dependencies): Promise<KeyView> => {
  const { file, read } = deps.secrets.source;
  const known = await selectKeys(deps.database);
  const [current] = known;
  if (current === undefined) throw new Error('no key is known');
  const { fingerprint, currentSince, toReseal, resealed, resealedAt, unopened } = current;
  return {
    source: file === null ? 'environment' : 'file',
    file,
    fingerprint,
    since: currentSince.toString(),
    sealed: await countAll(deps),
    waiting: await waitingFor(deps, fingerprint),
    resealing: resealedAt === null ? { total: toReseal, done: resealed } : null,
    unopened,
    former: formerOf(known, read().map(fingerprintOf)),
  };
};
