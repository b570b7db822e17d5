import { analyse } from 'chardet';
import { chooseSingleByte } from './rules/choose-single-byte.ts';
import { encodings, type FileFault, type Format } from './rules/import-views.ts';

export type Encoding = Format['encoding'];
/** Gives the bytes of the file from the start, each time it is called. */
export type Pieces = () => AsyncIterable<Uint8Array>;
export type Sniffed = { kind: 'csv' | 'fhir'; encoding: Encoding } | { fault: FileFault };

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Zip (xlsx, ods), old Excel, PDF: what people upload instead of text. */
const faultOf = (bytes: Uint8Array): FileFault | null => {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet';
  return startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ? 'not-text' : null;
};

const utf16Of = (bytes: Uint8Array): Encoding | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  if (zeros[1]! > sample.length / 5 && zeros[0]! < sample.length / 50) return 'utf-16le';
  return zeros[0]! > sample.length / 5 && zeros[1]! < sample.length / 50 ? 'utf-16be' : null;
};

/** Words enough to tell encodings apart; more would only cost time. */
const mostBytes = 20_000;
const isBetween = (byte: number): boolean => byte <= 0x2c || byte === 0x3b || byte === 0x7c;

/** The words of this piece that have a byte above 127, with a blank behind each. */
function* wordsBeyondAscii(piece: Uint8Array): Generator<number> {
  let start = 0;
  let beyond = false;
  for (let index = 0; index <= piece.length; index += 1) {
    const byte = piece[index] ?? 0x20;
    if (byte >= 0x80) beyond = true;
    if (!isBetween(byte)) continue;
    if (beyond) {
      yield* piece.subarray(start, index);
      yield 0x20;
    }
    start = index + 1;
    beyond = false;
  }
}

/** One pass over everything: one wrong byte at the end, and it is not UTF-8. */
const survey = async (pieces: Pieces) => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const words: number[] = [];
  let controls = 0;
  let isUtf8 = true;
  let length = 0;
  let sample: Uint8Array = new Uint8Array();
  for await (const piece of pieces()) {
    if (sample.length === 0) sample = piece;
    length += piece.length;
    for (const byte of piece) if (byte < 9) controls += 1;
    if (words.length < mostBytes) words.push(...wordsBeyondAscii(piece).take(mostBytes));
    try {
      if (isUtf8) utf8.decode(piece, { stream: true });
    } catch {
      isUtf8 = false;
    }
  }
  try {
    if (isUtf8) utf8.decode();
  } catch {
    isUtf8 = false;
  }
  // A zero here and there is dirt; one in fifty is a picture or a program.
  return { isText: controls * 50 <= length, isUtf8, sample, words: Uint8Array.from(words) };
};

/** With enough text, which letters follow which tells more; with little, which bytes are letters at all. */
const otherEncoding = (sample: Uint8Array, words: Uint8Array): Encoding => {
  const best = analyse(sample)[0];
  const name = best?.name.toLowerCase() as Encoding | undefined;
  const western = name === undefined || name.startsWith('iso-8859-1') || name === 'windows-1252';
  if (!western && (best?.confidence ?? 0) >= 60 && encodings.includes(name)) return name;
  return chooseSingleByte(words);
};

/** What kind of file this is and how its bytes are letters, or why it cannot be read. */
export const sniffFile = async (pieces: Pieces): Promise<Sniffed> => {
  const { isText, isUtf8, sample, words } = await survey(pieces);
  const fault = faultOf(sample);
  if (fault !== null) return { fault };
  const utf16 = utf16Of(sample);
  if (utf16 === null && !isText) return { fault: 'not-text' };
  const encoding = utf16 ?? (isUtf8 ? 'utf-8' : otherEncoding(sample, words));
  const start = new TextDecoder(encoding).decode(sample.subarray(0, 4000)).trimStart();
  return { kind: /^[{[]/.test(start) ? 'fhir' : 'csv', encoding };
};
