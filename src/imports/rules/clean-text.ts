/** Characters that nobody sees and that break comparing: controls, zero-width marks, direction marks, the BOM. */
const unseen = /[[\p{Cc}--[\t\n\r]]\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gv;

/** The bytes that windows-1252 shows as these characters, beyond Latin-1. */
const windows1252 = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ').map((character, index) => [
    character,
    0x80 + index,
  ]),
);

/**
 * Text that was UTF-8 and was once saved as windows-1252 ("MÃ¼ller"), put right. Anything else comes back as it is:
 * only a text whose bytes are valid UTF-8 can have been that.
 */
const repairEncoding = (text: string): string => {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = windows1252.get(character) ?? character.codePointAt(0)!;
    if (byte > 0xff) return text;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
};

/** One line of visible text: composed characters, single spaces, no marks that nobody sees. */
export const cleanLine = (raw: string): string =>
  repairEncoding(raw).normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ').trim();

/** Like `cleanLine`, keeping line breaks. */
export const cleanParagraphs = (raw: string): string =>
  repairEncoding(raw)
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();

/** Spreadsheets write an apostrophe before text that is not to be taken for a formula; it is not part of the text. */
export const withoutTextMark = (text: string): string =>
  /^'[=+\-@0-9＝＋－＠]/u.test(text) ? text.slice(1) : text;

const nothing = new Set([
  '',
  'keine angabe',
  'not known',
  'not given',
  ...'- -- --- . ? n/a na n.a. #n/a null (null) none nil unknown unbekannt k.a. ka keine kein leer x'.split(
    ' ',
  ),
]);

/** What people and programs write when they have nothing to say. Not for names: somebody is called Null. */
export const saysNothing = (text: string): boolean => nothing.has(text.toLowerCase());
