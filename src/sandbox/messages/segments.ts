/** The characters of the GSM 03.38 alphabet, and those that take two places in it. */
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENDED = '^{}\\[~]|€\f';

const SIZES = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } };

/** In how many parts a text travels: in GSM-7 where every character is in that alphabet, else in UCS-2. */
export function countSegments(body: string): number {
  const characters = Array.from(body);
  const gsm = characters.every(
    (character) => GSM_BASIC.includes(character) || GSM_EXTENDED.includes(character),
  );
  const widths = characters.map((character) =>
    gsm ? 1 + Number(GSM_EXTENDED.includes(character)) : character.length,
  );
  const size = gsm ? SIZES.gsm7 : SIZES.ucs2;
  const total = widths.reduce((sum, width) => sum + width, 0);
  return total <= size.alone ? 1 : packed(widths, size.joined);
}

/** No part ends in the middle of a character that takes two places. */
function packed(widths: readonly number[], size: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > size) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
