import { cleanLine, withoutTextMark } from './clean-text.ts';
import type { Column } from './columns.ts';
import { dateOrderOf, readBirthDate, type DateOrder } from './read-date.ts';

export const newColumn = (name: string): Column => ({
  name,
  filled: 0,
  emails: 0,
  dates: 0,
  dayFirst: 0,
  monthFirst: 0,
  eitherOrder: 0,
  numbers: 0,
});

/** Counts one more value of a column. Cheap on purpose: it sees every cell of the file. */
export const countValue = (column: Column, raw: string, today: Temporal.PlainDate): void => {
  if (raw === '') return;
  column.filled += 1;
  if (raw.length > 60) return;
  if (raw.includes('@')) column.emails += 1;
  else if (/\d/.test(raw)) countDigits(column, withoutTextMark(cleanLine(raw)), today);
};

const countDigits = (column: Column, text: string, today: Temporal.PlainDate): void => {
  const order = dateOrderOf(text);
  if (order === 'dmy') column.dayFirst += 1;
  else if (order === 'mdy') column.monthFirst += 1;
  else if (order === 'either') column.eitherOrder += 1;
  if (order !== null || (/^\d{4}-|[a-zä]{3}/i.test(text) && readBirthDate(text, 'dmy', today).ok))
    column.dates += 1;
  else if (/^[+(0]?[\d\s()./+-]{6,}$/.test(text) && text.replace(/\D/g, '').length >= 7) column.numbers += 1;
};

/** The order that the dates of a column have; null when nothing decides, or when they contradict each other. */
export const dateOrderIn = ({ dayFirst, monthFirst }: Column): DateOrder | null => {
  if (dayFirst > 0 === monthFirst > 0) return null;
  return dayFirst > 0 ? 'dmy' : 'mdy';
};
