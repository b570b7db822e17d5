import { addDays, clockOf, instantOf } from '../ui/zoned-time.ts';
import { dayOf } from '../ui/moment.ts';

export const whens = ['none', 'soon', 'today', 'tomorrow', 'week', 'own'] as const;
export type When = (typeof whens)[number];

/** A chosen time; `day` and `time` are for `own`. */
export interface ChosenTime {
  when: When;
  day: string;
  time: string;
}

const endOfDay = '17:00';
const morning = '09:00';

/** The instant that was chosen, null for none. @param now milliseconds */
export const dueAtOf = ({ when, day, time }: ChosenTime, now: number, timeZone: string): string | null => {
  const today = dayOf(now, timeZone);
  switch (when) {
    case 'none':
      return null;
    case 'soon':
      return new Date(now + 3_600_000).toISOString();
    case 'today':
      return instantOf(today, endOfDay, timeZone);
    case 'tomorrow':
      return instantOf(addDays(today, 1), morning, timeZone);
    case 'week':
      return instantOf(addDays(today, 7), morning, timeZone);
    case 'own':
      return day === '' || time === '' ? null : instantOf(day, time, timeZone);
  }
};

/** How a time that is set already stands in the fields. */
export const chosenTimeOf = (dueAt: string | null, now: number, timeZone: string): ChosenTime => ({
  when: dueAt === null ? 'none' : 'own',
  day: dayOf(dueAt === null ? now : Date.parse(dueAt), timeZone),
  time: dueAt === null ? morning : clockOf(dueAt, timeZone),
});
