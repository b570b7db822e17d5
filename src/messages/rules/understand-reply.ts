import { fixedMeaning, oneSense, plainWords, senseOf, type Sense } from './reply-words.ts';
import type { ReplyMeaning } from './reply-meaning.ts';
import { saysStop } from './stop-words.ts';

/** Somebody whom a reply may name: the person who writes, and the children they answer for. */
export type NamedPerson = { patientId: string; firstNames: readonly string[] };
/** What a reply says about one of them. */
export type ReplyPart = { patientId: string; meaning: ReplyMeaning };
export type UnderstoodReply = {
  meaning: ReplyMeaning;
  /** where it says different things about several people, or names one of several */
  parts: ReplyPart[];
};

const separators = /[,;\n.!]+|\s+(?:and|but|und|aber)\s+|\s+[-–]\s+|:(?=\s)/u;
/** A question waits for somebody's answer, whatever else is said. */
const asks = /\?/u;

const nameIn = (plain: string, people: readonly NamedPerson[]): NamedPerson[] =>
  people.filter(({ firstNames }) =>
    firstNames.some((name) => {
      const first = plainWords(name);
      return first !== '' && ` ${plain} `.includes(` ${first} `);
    }),
  );

const withoutName = (plain: string, { firstNames }: NamedPerson): string => {
  const bare = firstNames.reduce(
    (text, name) => ` ${text} `.replace(` ${plainWords(name)} `, ' ').trim(),
    plain,
  );
  return bare.replaceAll(/^(for|fur|bei|with|mit)\b|\b(for|fur|bei)$/gu, '').trim();
};

/** Everything has to be understood, and to say the same. */
const oneOf = (senses: readonly (Sense | null)[]): ReplyMeaning => {
  const understood = senses.filter((sense) => sense !== null);
  return (understood.length === senses.length ? oneSense(understood) : null) ?? 'unclear';
};

/** "Anna yes, Ben next week": what is said about each. null: not every piece belongs to somebody and says one thing. */
const takeApart = (text: string, people: readonly NamedPerson[]): ReplyPart[] | null => {
  const pieces = text
    .split(separators)
    .map(plainWords)
    .filter((piece) => piece !== '');
  const said = new Map<string, string[]>();
  let about: NamedPerson | null = null;
  for (const piece of pieces) {
    const named = nameIn(piece, people);
    if (named.length > 1) return null;
    about = named[0] ?? about;
    if (about === null) {
      if (fixedMeaning(piece) === 'thanks') continue;
      return null;
    }
    const words = named[0] ? withoutName(piece, named[0]) : piece;
    if (words !== '' && fixedMeaning(words) !== 'thanks')
      said.set(about.patientId, [...(said.get(about.patientId) ?? []), words]);
  }
  const parts = [...said].map(([patientId, words]): ReplyPart => ({
    patientId,
    meaning: oneOf(words.map(senseOf)),
  }));
  return parts.length > 0 ? parts : null;
};

/**
 * What somebody who answers wants. Stopping is heard wherever it is said; everything else only when it is the one thing
 * that is said. What is left is for a person to read, never "invalid".
 * @param people those whom the message may be about
 */
export const understandReply = (text: string, people: readonly NamedPerson[]): UnderstoodReply => {
  const plain = plainWords(text);
  const fixed = fixedMeaning(plain);
  if (fixed !== null) return { meaning: fixed, parts: [] };
  if (saysStop(text)) return { meaning: 'stop', parts: [] };
  if (asks.test(text)) return { meaning: 'unclear', parts: [] };
  // A name that says nothing of whom it is about ("See you then, Laura") is no part.
  const parts = nameIn(plain, people).length > 0 ? takeApart(text, people) : null;
  if (parts !== null) {
    const [only, ...others] = new Set(parts.map(({ meaning }) => meaning));
    return { meaning: others.length === 0 ? only! : 'unclear', parts };
  }
  const pieces = text
    .split(separators)
    .map(plainWords)
    .filter((piece) => piece !== '');
  const senses = pieces.map(senseOf);
  const inPieces = oneOf(senses);
  // "Stop, I will be there" says two things, however well the second is understood.
  const isMixed = senses.includes('stop');
  return { meaning: inPieces === 'unclear' && !isMixed ? oneOf([senseOf(plain)]) : inPieces, parts: [] };
};

/** The carrier acts on these by itself, and answers them: a message of one such word. */
const carrierWords = new Map<string, 'stop' | 'start' | 'help'>([
  ...['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'].map(
    (word) => [word, 'stop'] as const,
  ),
  ...['start', 'yes', 'unstop'].map((word) => [word, 'start'] as const),
  ...['help', 'info'].map((word) => [word, 'help'] as const),
]);

/** What the carrier has done already because of this message; null: nothing. */
export const carrierHeard = (text: string): 'stop' | 'start' | 'help' | null =>
  carrierWords.get(text.trim().toLowerCase()) ?? null;
