/** Bytes above 127 and how often each occurs. */
export type HighBytes = readonly number[];

const letters = 'äöüÄÖÜßéèêëáàâåãíìîïóòôõúùûñçøæœÉÈÁÀÂÅÍÓÔÚÑÇØÆŒšžŠŽýÿ';
const punctuation = '€–—‘’“”„…«»°§\u00a0·´';

const score = (encoding: string, bytes: HighBytes): number => {
  const decoder = new TextDecoder(encoding);
  return bytes.reduce((sum, count, byte) => {
    if (byte < 0x80 || count === 0) return sum;
    const character = decoder.decode(Uint8Array.of(byte));
    if (letters.includes(character)) return sum + 2 * count;
    return punctuation.includes(character) ? sum : sum - 3 * count;
  }, 0);
};

/** Windows or old Macintosh: whichever makes letters of more of the bytes. */
export const chooseSingleByte = (bytes: HighBytes): 'windows-1252' | 'macintosh' =>
  score('macintosh', bytes) > score('windows-1252', bytes) ? 'macintosh' : 'windows-1252';
