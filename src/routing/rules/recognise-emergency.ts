import { languageSchema, type Language } from '../../clinics/rules/language.ts';
import { grammars, type Grammar } from './emergency-grammar.ts';
import { emergencyWordsIn, type EmergencyWords } from './emergency-words.ts';

/*
 * Whether somebody says one of the clinic's emergency words. It finds words, it does not judge an illness: what it finds
 * is shown to a person at once. It would rather show one message too many, so only what is plainly said no to is left out.
 */

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '');

/** "knocked-out" is two words, "don't" is one. */
const wordsOf = (text: string): string[] =>
  folded(text).match(/[\p{Letter}\p{Number}]+(?:'[\p{Letter}]+)?/gu) ?? [];

const clausesOf = (text: string): string[][] => text.split(/[.,;:!?\n]+| [–—-] /u).map(wordsOf);

/** Shorter ones are no stem: "no" of "nose". */
const shortestStem = 4;
const shortestPart = 5;

const withoutEnding = (word: string, { endings }: Grammar): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending === undefined ? word : word.slice(0, -ending.length);
};

/** An ending may stand behind another: ausgeschlag-en-er. */
const stemOf = (word: string, grammar: Grammar): string =>
  withoutEnding(withoutEnding(word, grammar), grammar);

const isForm = (said: string, stem: string, grammar: Grammar): boolean => {
  const own = stemOf(said, grammar);
  return own === stem || (grammar.compounds && stem.length >= shortestPart && own.endsWith(stem));
};

/** A "no" reaches this far: "I do not have any swelling". */
const reachOfNo = 3;

const isDenied = (clause: readonly string[], index: number, grammar: Grammar): boolean => {
  if (grammar.negatesBehind.test(clause[index + 1] ?? '')) return true;
  for (let back = index - 1; back >= 0 && back >= index - reachOfNo; back -= 1) {
    const word = clause[back]!;
    if (grammar.begins.test(word)) return false;
    if (grammar.negates.test(word))
      return !clause.slice(back + 1, index).some((between) => grammar.endless.test(between));
  }
  return false;
};

/** Words of one entry stand near each other, in any order: "the tooth got knocked right out". */
const nearby = 6;

const findIn = (clause: readonly string[], entry: readonly string[], grammar: Grammar): boolean => {
  // An entry may say no itself: "cannot swallow". Then it means what it says.
  const deniesItself = entry.some((word) => grammar.negates.test(word));
  const stems = entry.map((word) => stemOf(word, grammar));
  return clause.some((_, start) => {
    const within = clause.slice(start, start + nearby);
    const places = stems.map((stem) => within.findIndex((said) => isForm(said, stem, grammar)));
    if (places.length === 0 || places.includes(-1) || Math.min(...places) !== 0) return false;
    return deniesItself || places.every((place) => !isDenied(clause, start + place, grammar));
  });
};

/** @returns the clinic's word that was said, as it stands in the list; null: none of them */
export const recogniseEmergency = (
  text: string,
  own: EmergencyWords,
): { word: string; language: Language } | null => {
  const clauses = clausesOf(text);
  for (const language of languageSchema.options) {
    const grammar = grammars[language];
    const word = emergencyWordsIn(own, language).find((entry) => {
      const parts = wordsOf(entry);
      return parts.length > 0 && clauses.some((clause) => findIn(clause, parts, grammar));
    });
    if (word !== undefined) return { word, language };
  }
  return null;
};
