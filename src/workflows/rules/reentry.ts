import type { EventKind } from '../../events/rules/event-kinds.ts';
import type { Reentry } from './definition.ts';
import { dailyKey, entryKey, freeSince, personOf, type Entries, type Occurrence } from './entry.ts';
import { isBookKind } from './expected-events.ts';

/** Somebody who came into a workflow, with what it began with. */
export type PastEntry = {
  key: string;
  at: Temporal.Instant;
  patientId: string | null;
  eventId: string | null;
  /** null: the calendar began it */
  kind: EventKind | null;
  appointmentId: string | null;
};

/** Who came in, as the re-entry rule asks for it. */
export type Ledger = {
  keys: Set<string>;
  /** by who an event was about, of those whose rule counts days */
  byPerson: Map<string, Entries>;
  byPatient: Map<string, Entries>;
};

const count = (map: Map<string, Entries>, name: string, at: Temporal.Instant): void => {
  const before = map.get(name);
  const last = before !== undefined && Temporal.Instant.compare(before.last, at) > 0 ? before.last : at;
  map.set(name, { count: (before?.count ?? 0) + 1, last });
};

/** Keys of those whose rule counts days end with how often they came in before. */
const numbered = /^(?<person>\w+:.+):\d+$/;

export const enter = (
  ledger: Ledger,
  { key, at, patientId }: Pick<PastEntry, 'key' | 'at' | 'patientId'>,
): void => {
  ledger.keys.add(key);
  const person = numbered.exec(key)?.groups?.['person'];
  if (person !== undefined) count(ledger.byPerson, person, at);
  if (patientId !== null) count(ledger.byPatient, patientId, at);
};

export const ledgerOf = (past: readonly PastEntry[]): Ledger => {
  const ledger: Ledger = { keys: new Set(), byPerson: new Map(), byPatient: new Map() };
  for (const entry of past) enter(ledger, entry);
  return ledger;
};

/** What wants to come in. occurrence null: the calendar finds this patient. */
export type Entrant = { occurrence: Occurrence | null; patientId: string | null };

/** As `start-daily.ts` finds them: by every time that they came in before, whatever began it. */
const dailyEntry = (
  reentry: Reentry,
  earlier: Entries | undefined,
  patientId: string,
  timeZone: string,
  at: Temporal.Instant,
): string | null => {
  const mayAgain =
    earlier === undefined ||
    (reentry.rule === 'after-days' &&
      Temporal.Instant.compare(earlier.last, freeSince(reentry.days, timeZone, at)) <= 0);
  return mayAgain ? dailyKey(reentry, patientId, earlier?.count ?? 0) : null;
};

/** @returns the key under which they come in; null: the re-entry rule keeps them out */
export const mayEnter = (
  reentry: Reentry,
  ledger: Ledger,
  { occurrence, patientId }: Entrant,
  timeZone: string,
  at: Temporal.Instant,
): string | null => {
  if (occurrence === null)
    return patientId === null
      ? null
      : dailyEntry(reentry, ledger.byPatient.get(patientId), patientId, timeZone, at);
  const key = entryKey(reentry, occurrence, ledger.byPerson.get(personOf(occurrence)), timeZone, at);
  return key === null || ledger.keys.has(key) ? null : key;
};

/** Whether they came in by the very thing that is looked at again: what the book tells of has no event of its own. */
export const isSameOccasion = (
  { eventId, kind, appointmentId }: PastEntry,
  occurrence: Pick<Occurrence, 'id' | 'kind' | 'appointmentId'>,
): boolean =>
  eventId === occurrence.id ||
  (kind !== null &&
    kind === occurrence.kind &&
    isBookKind(kind) &&
    appointmentId !== null &&
    appointmentId === occurrence.appointmentId);
