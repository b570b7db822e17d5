/**
 * What carriers send in place of a withheld number: the words spelt on a keypad, with a plus before them
 * (ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE).
 */
const withheld = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253']);

/** The number to look a caller up by, or null for one that is withheld, a SIP address or no number at all. */
export const lookupNumber = (from: string): string | null => {
  const number = from.trim();
  return /^\+[1-9][0-9]{4,14}$/.test(number) && !withheld.has(number) ? number : null;
};
