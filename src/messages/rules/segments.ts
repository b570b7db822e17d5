/** The alphabet of text messages (GSM 03.38); a text within it takes 7 bits a character. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These take two places. */
const extended = new Set('\f^{}\\[~]|€');

export type SegmentCount = {
  /** how many messages the carrier makes of it, and charges for */
  segments: number;
  /** places taken; letters, except those that take two */
  length: number;
  /** places left in the last segment */
  left: number;
  encoding: 'GSM-7' | 'UCS-2';
  /** the letters that keep it from being GSM-7, each once */
  costly: string[];
};

const count = (length: number, single: number, joined: number): { segments: number; left: number } => {
  if (length <= single) return { segments: 1, left: single - length };
  const segments = Math.ceil(length / joined);
  return { segments, left: segments * joined - length };
};

/** How a text is cut for sending. */
export const countSegments = (text: string): SegmentCount => {
  const letters = Array.from(text);
  const costly = [...new Set(letters.filter((letter) => !basic.has(letter) && !extended.has(letter)))];
  if (costly.length > 0)
    return { ...count(text.length, 70, 67), length: text.length, encoding: 'UCS-2', costly };
  const length = letters.reduce((sum, letter) => sum + (extended.has(letter) ? 2 : 1), 0);
  return { ...count(length, 160, 153), length, encoding: 'GSM-7', costly };
};

export const longestText = 1600;
