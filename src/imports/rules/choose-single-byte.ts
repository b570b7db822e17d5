/** Those that write one byte for each letter. On equal evidence the earlier one: German is the same in two of them. */
const candidates = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-2', 'windows-1251'] as const;
export type SingleByte = (typeof candidates)[number];

const western = new Set('äöüÄÖÜßéèêëáàâåãíìîïóòôõúùûñçøæœÉÈÁÀÂÅÍÓÔÚÑÇØÆŒýÿ');
const central = new Set('ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽöőüűÖŐÜŰäÄßăâîşţđĂÂÎŞŢĐ');
const own: Record<SingleByte, ReadonlySet<string> | null> = {
  'windows-1252': western,
  macintosh: western,
  'windows-1250': central,
  'iso-8859-2': central,
  'windows-1251': null,
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How much a decoded text looks like words somebody wrote. */
const plausibility = (text: string, letters: ReadonlySet<string> | null): number => {
  const [known, strange] = Array.from(text)
    .filter((character) => character > '\u007f' && /\p{L}/u.test(character))
    .reduce<[number, number]>(
      ([good, bad], character) =>
        (letters?.has(character) ?? /\p{Script=Cyrillic}/u.test(character))
          ? [good + 1, bad]
          : [good, bad + 1],
      [0, 0],
    );
  return (
    2 * known -
    strange -
    4 * count(text, /(?<=\p{L})[^\p{L}\p{M}\s\p{ASCII}’‘–—»«“”„…·´](?=\p{L})|[\u0080-\u009f]/gu) -
    3 * count(text, /(?<=\p{Ll})\p{Lu}/gu) -
    (letters === null ? 4 : 0) * count(text, /[A-Za-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[A-Za-z]/gu) -
    (letters === null ? 0 : 6) * count(text, /[^\P{L}\p{ASCII}]{3,}/gu)
  );
};

/**
 * Which single-byte encoding makes words of these bytes.
 * @param words those of the file that have bytes above 127, between blanks
 */
export const chooseSingleByte = (words: Uint8Array): SingleByte => {
  const scores = new Map(
    candidates.map((name) => [name, plausibility(new TextDecoder(name).decode(words), own[name])]),
  );
  return candidates.reduce((best, name) => (scores.get(name)! > scores.get(best)! ? name : best));
};
