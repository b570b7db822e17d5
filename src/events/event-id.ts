import { randomUUIDv7 } from 'node:crypto';

const after = (id: string): string =>
  (BigInt(`0x${id.replaceAll('-', '')}`) + 1n)
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

let last = '';

/**
 * Greater than every one before it in this process, so that events which one person sets off are handed on in their order.
 * Those that Node makes within one millisecond have none.
 */
export const eventId = (): string => {
  const id = randomUUIDv7();
  last = id > last ? id : after(last);
  return last;
};
