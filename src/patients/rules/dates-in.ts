/** Months first where people write them first. */
const monthFirst = new Set(['US', 'PH']);

const iso = (year: number, month: number, day: number): string | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
};

/** Two digits may mean either century: who is 4 and who is 104 both come to a clinic. */
const yearsOf = (text: string): number[] =>
  text.length === 4 ? [Number(text)] : [2000 + Number(text), 1900 + Number(text)];

const numeric = /(?<![\d.+])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.])/;
const isoLike = /(?<![\d.+])(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?![\d.])/;
const named = /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s*(\p{L}{3,})\.?,?\s+(\d{4})(?!\d)/u;
const namedFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const german: Record<string, number> = { jän: 1, mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 };
const monthOf = (word: string): number | null => {
  const start = word.toLowerCase().slice(0, 3);
  return german[start] ?? (months.indexOf(start) + 1 || null);
};

const candidates = (first: number, second: number, year: number, separator: string, country: string) => {
  const dayFirst = iso(year, second, first);
  const monthsFirst = iso(year, first, second);
  // Dots are German; with slashes and dashes the country decides which reading stands first, and both are looked up.
  if (separator === '.') return [dayFirst];
  return monthFirst.has(country) ? [monthsFirst, dayFirst] : [dayFirst, monthsFirst];
};

type Found = { dates: (string | null)[]; text: string };

const find = (text: string, country: string): Found | null => {
  const year = isoLike.exec(text);
  if (year !== null)
    return { text: year[0], dates: [iso(Number(year[1]), Number(year[3]), Number(year[4]))] };
  const plain = numeric.exec(text);
  if (plain !== null) {
    const [whole, first, separator, second, typed] = plain;
    const dates = yearsOf(typed!).flatMap((one) =>
      candidates(Number(first), Number(second), one, separator!, country),
    );
    return { text: whole, dates };
  }
  const [words, day, month] = named.exec(text) ?? [];
  const [words2, month2, day2, year2] = namedFirst.exec(text) ?? [];
  if (words !== undefined) {
    const number = monthOf(month!);
    return number === null
      ? null
      : { text: words, dates: [iso(Number(words.slice(-4)), number, Number(day))] };
  }
  const number = month2 === undefined ? null : monthOf(month2);
  return number === null ? null : { text: words2!, dates: [iso(Number(year2), number, Number(day2))] };
};

/**
 * Takes a date out of a text.
 * @returns every day it can stand for, the likeliest first, and the text without it
 */
export const datesIn = (text: string, country: string): { dates: string[]; rest: string } => {
  const found = find(text, country);
  const dates = [...new Set(found?.dates.filter((date) => date !== null))];
  return found === null || dates.length === 0
    ? { dates: [], rest: text }
    : { dates, rest: text.replace(found.text, ' ') };
};
