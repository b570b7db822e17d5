import Holidays from 'date-holidays';
import { z } from 'zod';
import type { Language } from './language.ts';

/** Public holidays by country and state, from a library's calendars. */

const names = z.object({ en: z.string(), de: z.string() });
const place = z.object({ code: z.string(), names });

export const holidayCalendarsSchema = z.object({
  countries: z.array(place.extend({ states: z.array(place) })),
});
export type HolidayCalendars = z.infer<typeof holidayCalendarsSchema>;

export const holidayListSchema = z.object({
  holidays: z.array(z.object({ date: z.iso.date(), names })),
});
export type HolidayList = z.infer<typeof holidayListSchema>;

type Holiday = { date: string; name: string };

const dayMs = 86_400_000;

/** Building a calendar takes milliseconds, so each year of each is built once. It holds no state of ours. */
const years = new Map<string, Holiday[]>();
const mostRemembered = 500;

const languagesOf = (language: Language | undefined) =>
  language === undefined ? {} : { languages: [language, language === 'de' ? 'en' : 'de'] };

const build = (
  country: string,
  state: string | undefined,
  year: number,
  language: Language | undefined,
): Holiday[] => {
  const options = languagesOf(language);
  const calendar =
    state === undefined ? new Holidays(country, options) : new Holidays(country, state, options);
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end, name }) => {
      const first = Temporal.PlainDate.from(date.slice(0, 10));
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
      return Array.from({ length: days }, (_, day) => ({ date: first.add({ days: day }).toString(), name }));
    });
};

/** The public holidays of a year, each of their days. @param language of the names, where the calendar has them in it; left out: the country's own */
export const holidaysIn = (
  country: string,
  state: string | undefined,
  year: number,
  language?: Language,
): Holiday[] => {
  const key = `${country}/${state ?? ''}/${language ?? ''}/${year}`;
  const known = years.get(key);
  if (known) return known;
  const made = build(country, state, year, language);
  if (years.size >= mostRemembered) years.clear();
  years.set(key, made);
  return made;
};

const placesOf = (en: Record<string, string>, de: Record<string, string>): z.infer<typeof place>[] =>
  Object.entries(en).map(([code, name]) => ({ code, names: { en: name, de: de[code] ?? name } }));

/** Every country that has a calendar, with those of its states that differ. */
export const holidayCalendars = (): HolidayCalendars => {
  const calendars = new Holidays();
  const countries = placesOf(calendars.getCountries('en'), calendars.getCountries('de'));
  return {
    countries: countries.map((country) => ({
      ...country,
      states: placesOf(
        calendars.getStates(country.code, 'en') ?? {},
        calendars.getStates(country.code, 'de') ?? {},
      ),
    })),
  };
};

/** Null: no calendar of this country or state is known. */
export const listHolidays = (
  country: string,
  state: string | undefined,
  year: number,
): HolidayList | null => {
  const calendars = new Holidays();
  if (!Object.hasOwn(calendars.getCountries(), country)) return null;
  if (state !== undefined && !Object.hasOwn(calendars.getStates(country) ?? {}, state)) return null;
  const german = holidaysIn(country, state, year, 'de');
  return {
    holidays: holidaysIn(country, state, year, 'en').map(({ date, name }, index) => ({
      date,
      names: { en: name, de: german[index]?.name ?? name },
    })),
  };
};
