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

/** One pass over everything: one wrong byte at the end, and it is not UTF-8. */
const survey = async (pieces: Pieces) => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const counts = Array.from({ length: 256 }, () => 0);
  let isUtf8 = true;
  let sample: Uint8Array = new Uint8Array();
  for await (const piece of pieces()) {
    if (sample.length === 0) sample = piece;
    for (const byte of piece) counts[byte]! += 1;
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
  return { counts, isUtf8, sample };
};

/** Other alphabets are told by which letters follow which; the western two by which bytes are letters at all. */
const otherEncoding = (counts: readonly number[], sample: Uint8Array): Encoding => {
  const best = analyse(sample)[0];
  const name = best?.name.toLowerCase() as Encoding | undefined;
  const western = name === undefined || name.startsWith('iso-8859-1') || name === 'windows-1252';
  if (!western && (best?.confidence ?? 0) >= 60 && encodings.includes(name)) return name;
  return chooseSingleByte(counts);
};

/** What kind of file this is and how its bytes are letters, or why it cannot be read. */
export const sniffFile = async (pieces: Pieces): Promise<Sniffed> => {
  const { counts, isUtf8, sample } = await survey(pieces);
  const fault = faultOf(sample);
  if (fault !== null) return { fault };
  const utf16 = utf16Of(sample);
  if (utf16 === null && counts[0]! > 0) return { fault: 'not-text' };
  const encoding = utf16 ?? (isUtf8 ? 'utf-8' : otherEncoding(counts, sample));
  const start = new TextDecoder(encoding).decode(sample.subarray(0, 4000)).trimStart();
  return { kind: /^[{[]/.test(start) ? 'fhir' : 'csv', encoding };
};
