export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Lines without the line breaks and delimiters that stand inside quotes. */
const outsideQuotes = (text: string): string[] => text.replace(/"(?:[^"]|"")*"/g, '""').split(/\r\n|\n|\r/);

/** The delimiter that cuts the first lines into the most equal rows. */
export const guessDelimiter = (text: string): Delimiter => {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1] as Delimiter | undefined;
  if (told !== undefined && delimiters.includes(told)) return told;
  const lines = outsideQuotes(text)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const score = (delimiter: Delimiter): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    return first === 0 ? 0 : (counts.filter((count) => count === first).length / lines.length) * 100 + first;
  };
  return delimiters.toSorted((a, b) => score(b) - score(a))[0]!;
};
