export type PersonName = { givenName: string; familyName: string; title: string | null };

const titles =
  /^(?:(?:mr|mrs|ms|miss|mx|sir|herr|herrn|frau|hr|fr|dr|drs|prof|professor|med|dent|rer|nat|phil|jur|h\.?c|dipl|ing|mag)\b\.?(?:-(?:ing|med|kfm|psych)\b\.?)?[\s,]*)+/i;
const spoken = /^(?:mr|mrs|ms|miss|mx|sir|herr|herrn|frau|hr|fr)\b\.?\s*/i;
const suffix = /^(?:jr|sr|ii|iii|iv|md|phd|dds|dmd|esq|jun|sen)\.?$/i;
/** Words that belong to the family name behind them. */
const particles = new Set(
  "von van vom zu zum zur de del della di da dos das du der den des la le el al ten ter bin ibn st. st mac o’ o'".split(
    ' ',
  ),
);

/** Academic titles stay; Mr and Frau are said by the gender. */
const takeTitle = (text: string): { title: string | null; rest: string } => {
  const found = titles.exec(text)?.[0] ?? '';
  const rest = text.slice(found.length);
  if (rest.trim() === '') return { title: null, rest: text };
  let title = found;
  while (spoken.test(title)) title = title.replace(spoken, '');
  title = title.replace(/[\s,]+$/, '');
  return { title: title === '' ? null : title, rest: rest.trim() };
};

/** A family or given name of its own column: without a title before it. */
export const readNamePart = (text: string): { title: string | null; name: string } => {
  const { title, rest } = takeTitle(text);
  return { title, name: rest };
};

const splitSpaced = (text: string): { given: string; family: string } => {
  const words = text.split(' ');
  if (words.length === 1) return { given: '', family: text };
  let start = words.length - 1;
  if (suffix.test(words[start]!) && start > 1) start -= 1;
  while (start > 1 && particles.has(words[start - 1]!.toLowerCase())) start -= 1;
  return { given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
};

/** "Family, Given", "Given Family", with titles, particles (von der Heide) and suffixes (Jr.). */
export const readFullName = (text: string): PersonName => {
  const { title, rest } = takeTitle(text);
  const [before = '', ...after] = rest.split(',').map((part) => part.trim());
  const behind = after.filter((part) => part !== '');
  const suffixes = behind.filter((part) => suffix.test(part));
  const given = behind.filter((part) => !suffix.test(part)).join(' ');
  if (given === '') {
    const split = splitSpaced(before);
    return { title, givenName: split.given, familyName: [split.family, ...suffixes].join(' ') };
  }
  const inner = takeTitle(given);
  return {
    title: title ?? inner.title,
    givenName: inner.rest,
    familyName: [before, ...suffixes].join(' '),
  };
};

/** A cell that a spreadsheet would run instead of show. */
export const isFormula = (text: string): boolean => /^[=@]/.test(text) || /^[+-].*[(|!\d]/.test(text);
/** Characters were lost before the file reached us. */
export const isGarbled = (text: string): boolean => text.includes('\ufffd') || /\p{L}\?\p{Ll}/u.test(text);
