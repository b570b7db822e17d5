import type { PatientSearch } from './patient-search.ts';

type Query = Record<string, string | number | boolean | undefined>;

const day = 86_400_000;
const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** A year before, as a calendar day; 29 February becomes 28 February. */
const yearBefore = (date: string): string => {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before;
};

/**
 * What the chips mean, in the words of `GET patients`.
 * @param today calendar day of the clinic
 */
export const listFilter = (search: PatientSearch, today: string): Query => ({
  q: search.q,
  language: search.language,
  tag: search.tag,
  ...(search.minors && { minor: true }),
  ...(search.owing && { balanceOver: 0 }),
  ...(search.numberless && { hasNumber: false }),
  ...(search.mailless && { hasEmail: false }),
  ...(search.soon && { nextAppointmentFrom: today, nextAppointmentTo: plusDays(today, 7) }),
  ...(search.away && { noAppointmentSince: yearBefore(today) }),
  ...(search.birthday && { birthdayFrom: today.slice(5), birthdayTo: plusDays(today, 7).slice(5) }),
  ...(search.vip && { vip: true }),
  ...(search.archived && { archived: 'only' }),
});
