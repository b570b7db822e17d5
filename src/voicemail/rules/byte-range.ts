export type ByteRange = { start: number; end: number };

/**
 * Reads a `Range` header (RFC 9110, 14.2) for a body of `length` bytes. Both ends are inclusive.
 * @returns null to send everything (no header, or one that may be ignored: other units, several ranges)
 */
export const readByteRange = (
  header: string | undefined,
  length: number,
): ByteRange | 'unsatisfiable' | null => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [first = '', last = ''] = match?.slice(1) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const count = Math.min(Number(last), length);
    return count === 0 ? 'unsatisfiable' : { start: length - count, end: length - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= length) return 'unsatisfiable';
  return { start, end: last === '' ? length - 1 : Math.min(Number(last), length - 1) };
};
