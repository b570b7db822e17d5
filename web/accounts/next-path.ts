/**
 * Where to go after the sign-in. Only a path of our own: an address from outside would lead people who have just
 * typed their password anywhere.
 */
export const readNextPath = (search: Record<string, unknown>): { next?: string } => {
  const { next } = search;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
};
