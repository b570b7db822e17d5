/** What the calendar shows, kept in the address: a link, a reload and "back" show the same. */
export interface CalendarSearch {
  /** the clinic's day; without it today */
  day?: string;
  view?: 'day' | 'week';
  practitioner?: string;
  /** open beside the calendar */
  appointment?: string;
  /** a patient: an appointment for them is begun */
  for?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 1900 to 2199; not the 31st of February. */
const isDay = (text: string): boolean => {
  const time = /^(19|2[01])\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const fits: Record<keyof CalendarSearch, (text: string) => boolean> = {
  day: isDay,
  view: (text) => text === 'day' || text === 'week',
  practitioner: (text) => uuid.test(text),
  appointment: (text) => uuid.test(text),
  for: (text) => uuid.test(text),
};

/** Anything else in the address is left out. */
export const readCalendarSearch = (search: Record<string, unknown>): CalendarSearch =>
  Object.fromEntries(
    Object.entries(fits).flatMap(([name, fit]) => {
      const value = search[name];
      return typeof value === 'string' && fit(value) ? [[name, value]] : [];
    }),
  );
