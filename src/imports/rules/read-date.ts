/** In which order a file writes day and month where its dates could mean both. */
export type DateOrder = 'dmy' | 'mdy';
export type ReadDate =
  | { ok: true; date: string }
  | { ok: false; why: 'birth-date-wrong' | 'birth-date-ambiguous' | 'birth-date-future' };

const months = [
  ['jan', 'jän', 'january', 'januar', 'jänner'],
  ['feb', 'february', 'februar', 'feber'],
  ['mar', 'mär', 'mrz', 'march', 'märz', 'maerz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'okt', 'october', 'oktober'],
  ['nov', 'november'],
  ['dec', 'dez', 'december', 'dezember'],
];
const monthOf = new Map(months.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));

/** A time of day behind the date, and a weekday before it, say nothing about a birth date. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[a-zä]{2,10}\.?,\s+/, '')
    .replace(/[t\s]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/, '')
    .trim();

const isoOf = (year: number, month: number, day: number): string | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
};

/** Two digits mean the last hundred years: nobody is born in the future. */
const fullYear = (digits: string, today: Temporal.PlainDate): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const century = Math.floor(today.year / 100) * 100;
  return century + year > today.year ? century - 100 + year : century + year;
};

type Parts = { a: number; b: number; year: string; dots: boolean };

const numeric = (text: string): Parts | null => {
  const match = /^(\d{1,2})\s*([./\-\s])\s*(\d{1,2})\s*[./\-\s]\s*(\d{4}|\d{2})$/.exec(text);
  if (!match) return null;
  return { a: Number(match[1]), b: Number(match[3]), year: match[4]!, dots: match[2] === '.' };
};

/** What one value says about the order of its file: `either` when it could be both, null when it says nothing. */
export const dateOrderOf = (raw: string): DateOrder | 'either' | null => {
  const parts = numeric(bare(raw));
  if (!parts || parts.a === parts.b) return null;
  if (parts.dots) return 'dmy';
  if (parts.a > 12) return 'dmy';
  return parts.b > 12 ? 'mdy' : 'either';
};

const yearFirst = (text: string): string | null | undefined => {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? isoOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};

const withMonthName = (text: string, today: Temporal.PlainDate): string | null | undefined => {
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s\-./]*([a-zä]+)\.?[\s\-./,]*(\d{4}|\d{2})$/.exec(text);
  const monthFirst = /^([a-zä]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})$/.exec(text);
  const found = dayFirst ?? (monthFirst ? [text, monthFirst[2], monthFirst[1], monthFirst[3]] : null);
  const month = found && monthOf.get(found[2]!);
  if (!found) return undefined;
  return month ? isoOf(fullYear(found[3]!, today), month, Number(found[1])) : null;
};

/** Days since 30 December 1899, as spreadsheets keep dates. */
const serial = (text: string): string | undefined =>
  /^\d{4,5}(\.0+)?$/.test(text) && Number(text) >= 4000 && Number(text) < 60_000
    ? Temporal.PlainDate.from('1899-12-30')
        .add({ days: Math.floor(Number(text)) })
        .toString()
    : undefined;

const byOrder = (parts: Parts, order: DateOrder | null, today: Temporal.PlainDate): string | null => {
  const year = fullYear(parts.year, today);
  const dmy = isoOf(year, parts.b, parts.a);
  const mdy = parts.dots ? null : isoOf(year, parts.a, parts.b);
  if (dmy === null || mdy === null || dmy === mdy) return dmy ?? mdy;
  if (order === null) return 'both';
  return order === 'dmy' ? dmy : mdy;
};

/**
 * A birth date in any usual way of writing, English or German.
 * @param order what the file's other dates say; null when nothing decides, so that 03/04/2020 is ambiguous
 */
export const readBirthDate = (raw: string, order: DateOrder | null, today: Temporal.PlainDate): ReadDate => {
  const text = bare(raw);
  const parts = numeric(text);
  const date = parts
    ? byOrder(parts, order, today)
    : (yearFirst(text) ?? withMonthName(text, today) ?? serial(text) ?? null);
  if (date === 'both') return { ok: false, why: 'birth-date-ambiguous' };
  if (date === null) return { ok: false, why: 'birth-date-wrong' };
  const born = Temporal.PlainDate.from(date);
  if (Temporal.PlainDate.compare(born, today) > 0) return { ok: false, why: 'birth-date-future' };
  if (born.year < today.year - 125) return { ok: false, why: 'birth-date-wrong' };
  return { ok: true, date };
};
