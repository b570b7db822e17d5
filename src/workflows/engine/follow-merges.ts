import type { ClinicTransaction } from '../../platform/database/database.ts';
import { whoStepsBack } from '../rules/one-person.ts';
import { loadVersions } from '../versions/load-versions.ts';
import { tellFacts } from '../people/tell-instances.ts';
import { selectEntriesOfTwo, selectSteppedBack } from './merges.store.ts';
import { selectCalendar } from './subjects.store.ts';

/**
 * Two who are about to become one go on once in each workflow, where its re-entry rule knows them as one person: the later
 * entry ends. Asked before the two records are locked, as the delivery locks what waits before whom it is for.
 */
export const followJoining = async (
  trx: ClinicTransaction,
  { mergeId, keptId, mergedId }: { mergeId: string; keptId: string; mergedId: string },
  now: Temporal.Instant,
): Promise<void> => {
  const entries = await selectEntriesOfTwo(trx, [keptId, mergedId]);
  if (entries.length === 0) return;
  const versionOf = await loadVersions(trx, entries);
  const { timeZone } = await selectCalendar(trx);
  const back = whoStepsBack(entries, (entry) => versionOf(entry)?.definition.reentry, timeZone);
  await tellFacts(
    trx,
    back.map(({ id }) => ({ instanceId: id, fact: { fact: 'merged', mergeId } })),
    now,
  );
};

/** The merge is taken back: those that stepped back because of it go on from where they stood. */
export const followParting = async (
  trx: ClinicTransaction,
  mergeId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const ids = await selectSteppedBack(trx, mergeId);
  await tellFacts(
    trx,
    ids.map((instanceId) => ({ instanceId, fact: { fact: 'parted', mergeId } })),
    now,
  );
};
