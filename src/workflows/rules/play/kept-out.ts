import type { EventKind } from '../../../events/rules/event-kinds.ts';
import type { Definition } from '../definition.ts';
import type { Occurrence } from '../entry.ts';
import { isSameOccasion, ledgerOf, mayEnter } from '../reentry.ts';
import type { KnownPerson, KnownVisit } from './scene-view.ts';

/**
 * Whether the re-entry rule keeps somebody out who would come in at that moment, by when they really came in before.
 * @param kind null: the calendar begins it
 * @returns when they came in last; null: they may come in
 */
export const keptOutSince = (
  { reentry }: Definition,
  { subject: { id: patientId }, calendar, event, entries }: KnownPerson,
  { kind, visit }: { kind: EventKind | null; visit: KnownVisit | null },
  at: Temporal.Instant,
): Temporal.Instant | null => {
  const occurrence: Occurrence | null = kind && {
    id: event?.id ?? 'play',
    kind,
    patientId,
    leadId: null,
    appointmentId: visit?.id ?? null,
    callId: null,
    payload: {},
  };
  const past = entries
    .filter((entry) => Temporal.Instant.compare(entry.at, at) < 0)
    .filter((entry) => occurrence === null || !isSameOccasion(entry, occurrence));
  const key = mayEnter(reentry, ledgerOf(past), { occurrence, patientId }, calendar.timeZone, at);
  return key === null ? (past.at(-1)?.at ?? null) : null;
};
