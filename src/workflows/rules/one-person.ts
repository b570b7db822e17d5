import type { Reentry } from './definition.ts';
import { freeSince } from './entry.ts';

/** An instance of one of two people who turn out to be one. */
export type EntryOfOne = {
  id: string;
  workflowId: string;
  /** in whose record it stands */
  patientId: string;
  startedAt: Temporal.Instant;
  underWay: boolean;
};

const keepsOut = (
  reentry: Reentry,
  earlier: Temporal.Instant,
  later: Temporal.Instant,
  timeZone: string,
): boolean => {
  switch (reentry.rule) {
    case 'never':
      return true;
    case 'after-days':
      return Temporal.Instant.compare(earlier, freeSince(reentry.days, timeZone, later)) > 0;
    // Each appointment and each event is one of its own, whoever has it.
    case 'once-per-appointment':
    case 'always':
      return false;
  }
};

/**
 * Who of them would never have come in, had it been known that the two are one person: the re-entry rule would have kept
 * them out after the other's entry.
 * @param entries in the order in which they came in
 * @param reentryOf of the version that they go through
 */
export const whoStepsBack = <Entry extends EntryOfOne>(
  entries: readonly Entry[],
  reentryOf: (entry: Entry) => Reentry | undefined,
  timeZone: string,
): Entry[] =>
  entries.filter((later, place) => {
    const reentry = reentryOf(later);
    return (
      later.underWay &&
      reentry !== undefined &&
      entries
        .slice(0, place)
        .some(
          (earlier) =>
            earlier.workflowId === later.workflowId &&
            earlier.patientId !== later.patientId &&
            keepsOut(reentry, earlier.startedAt, later.startedAt, timeZone),
        )
    );
  });
