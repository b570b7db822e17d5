import { dayOf } from '../ui/moment.ts';

export interface Day<Entry> {
  /** `2026-11-21`, in the clinic's zone */
  day: string;
  entries: Entry[];
}

/** Entries that follow each other on one calendar day of the clinic, in the order in which they come. */
export const groupByDay = <Entry extends { at: string }>(
  entries: readonly Entry[],
  timeZone: string,
): Day<Entry>[] => {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const day = dayOf(Date.parse(entry.at), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
};
