import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectPastEntries, type EntryRow } from './past-beginnings.store.ts';
import { strangerNames } from '../rules/entry.ts';
import type { Beginning } from '../rules/foresee.ts';
import { isSameOccasion, type PastEntry } from '../rules/reentry.ts';

/** How one patient came into a workflow, the earliest first. */
export const loadEntriesOf = async (
  trx: ClinicTransaction,
  workflowId: string,
  patientId: string,
): Promise<PastEntry[]> =>
  (await selectPastEntries(trx, workflowId, [patientId], [])).map(
    ({ key, at, eventId, kind, appointmentId }) => ({ key, at, patientId, eventId, kind, appointmentId }),
  );

export type PastEntries = {
  /** who had really come in before, by something else than these */
  past: readonly PastEntry[];
  /** the other instances of these people */
  others: ReadonlySet<string>;
};

/** Who came into a workflow before these that are walked anew, of those whom they concern. @param workflowId null: nobody yet */
export const loadPastEntries = async (
  trx: ClinicTransaction,
  workflowId: string | null,
  beginnings: readonly Beginning[],
  since: Temporal.Instant,
): Promise<PastEntries> => {
  if (workflowId === null) return { past: [], others: new Set() };
  const people = new Set(beginnings.flatMap(({ patientId }) => patientId ?? []));
  const occurrences = beginnings.flatMap(({ event }) => event ?? []);
  const strangers = new Set(occurrences.flatMap(strangerNames));
  const entries = await selectPastEntries(trx, workflowId, [...people], [...strangers]);
  const isPast = (entry: EntryRow): boolean =>
    Temporal.Instant.compare(entry.at, since) < 0 && !occurrences.some((one) => isSameOccasion(entry, one));
  return {
    past: entries.filter(isPast),
    others: new Set(entries.flatMap((entry) => (isPast(entry) ? [] : entry.instanceId))),
  };
};
