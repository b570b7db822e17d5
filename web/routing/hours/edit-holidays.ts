import type { SettingsDocument } from '../../../src/routing/rules/routing-document.ts';

export type HolidaySettings = SettingsDocument['holidays'];

/** Another country has other states, and other days on which the clinic works all the same. */
export const withCountry = ({ extra }: HolidaySettings, country: string | null): HolidaySettings => ({
  ...(country === null ? {} : { country }),
  ...(extra === undefined ? {} : { extra }),
});

export const withState = (settings: HolidaySettings, state: string | null): HolidaySettings => {
  const { state: _, ...rest } = settings;
  return state === null ? rest : { ...rest, state };
};

/** Whether the clinic is closed on a holiday of the calendar. */
export const isKept = ({ except = [] }: HolidaySettings, date: string): boolean => !except.includes(date);

/** Nothing left is nothing said: an empty list and none are one. */
const withExcept = (settings: HolidaySettings, dates: string[]): HolidaySettings => {
  const { except: _, ...rest } = settings;
  return dates.length === 0 ? rest : { ...rest, except: dates };
};

export const keepHoliday = (settings: HolidaySettings, date: string, kept: boolean): HolidaySettings => {
  const others = (settings.except ?? []).filter((each) => each !== date);
  return withExcept(settings, kept ? others : [...others, date].toSorted());
};

const withExtra = (
  settings: HolidaySettings,
  days: NonNullable<HolidaySettings['extra']>,
): HolidaySettings => {
  const { extra: _, ...rest } = settings;
  return days.length === 0 ? rest : { ...rest, extra: days };
};

export const addOwnDay = (settings: HolidaySettings, day: { date: string; name: string }): HolidaySettings =>
  withExtra(
    settings,
    [...(settings.extra ?? []).filter(({ date }) => date !== day.date), day].toSorted((one, other) =>
      one.date.localeCompare(other.date),
    ),
  );

export const removeOwnDay = (settings: HolidaySettings, date: string): HolidaySettings =>
  withExtra(
    settings,
    (settings.extra ?? []).filter((each) => each.date !== date),
  );

/** The days off of one year in their order, those of the calendar and the clinic's own. */
export const daysOff = <Day extends { date: string }>(
  { extra = [] }: HolidaySettings,
  calendar: readonly Day[],
  year: number,
): ({ own: false; day: Day } | { own: true; day: { date: string; name: string } })[] =>
  [
    ...calendar.map((day) => ({ own: false as const, day })),
    ...extra.filter(({ date }) => date.startsWith(`${year}-`)).map((day) => ({ own: true as const, day })),
  ].toSorted((one, other) => one.day.date.localeCompare(other.day.date));
