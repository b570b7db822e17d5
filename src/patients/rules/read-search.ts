import { readPhoneNumber } from './read-phone-number.ts';
import { datesIn } from './dates-in.ts';

/** What somebody may have meant by what they typed into the search box. All of it must hold at once. */
export type Search = {
  /** parts of names, as typed */
  words: string[];
  /** birth dates; several when it can be read in two ways */
  dates: string[];
  /** a whole number in E.164; null when what was typed is only part of one */
  number: string | null;
  /** part of a number, without what is not a digit and without zeros that stand for a country or a trunk */
  digits: string | null;
  /** the whole text, to be compared with patient numbers */
  identifier: string;
};

const most = 5;

/** One letter of any script is enough to be a word; a digit makes it something else. */
const isWord = (part: string): boolean => /\p{L}/u.test(part) && !/\d/.test(part);

/** "0049 30…", "(030) …", "+1 312…": how a number may begin without these being part of what is stored. */
const withoutPrefix = (typed: string): string => {
  const digits = typed.replace(/\D/g, '');
  return digits.replace(/^0{1,2}/, '');
};

/**
 * Reads the one search box: names, a birth date as Germans or Americans write it, a number in any writing, a patient
 * number, or several of them together ("anna 2.7.2014").
 * @param country of the clinic: by it numbers are read, and whether 3/4 is in March or in April
 */
export const readSearch = (text: string, country: string): Search => {
  const identifier = text.normalize('NFC').trim();
  const { dates, rest } = datesIn(identifier, country);
  const parts = rest.split(/[\s,;]+/).filter((part) => part !== '');
  const words = parts
    .filter(isWord)
    .flatMap((part) => part.split(/[-./'’`´"()]+/))
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, most);
  const numeric = parts.filter((part) => !isWord(part) && /\d/.test(part)).join(' ');
  const digits = withoutPrefix(numeric);
  const whole = digits.length < 7 ? null : readPhoneNumber(numeric, country);
  return {
    words,
    dates,
    number: whole?.ok ? whole.number : null,
    digits: digits.length < 3 ? null : digits,
    identifier,
  };
};
