import { createHmac } from 'node:crypto';

/** Without characters that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The password of a demo account, made from the installation's own secret: different on every installation and
 * the same at every start, so that it can be shown again without being stored in clear text in the database.
 */
export const demoPassword = (secret: string, email: string): string => {
  const bytes = createHmac('sha256', secret).update(`demo password ${email}`).digest();
  const letters = [...bytes.subarray(0, 12)].map((byte) => alphabet[byte % alphabet.length]);
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12)]
    .map((group) => group.join(''))
    .join('-');
};
