import { z } from 'zod';

/** The last row of a page of the log: the next page begins after it. */
export type CallCursor = { startedAt: string; id: string };

const schema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Opaque to callers: base64url, so that it goes into an address as it is. */
export const writeCallCursor = ({ startedAt, id }: CallCursor): string =>
  btoa(`${startedAt}|${id}`).replaceAll('=', '');

/** Null for anything that `writeCallCursor` has not written. */
export const readCallCursor = (cursor: string): CallCursor | null => {
  try {
    const parsed = schema.safeParse(atob(cursor).split('|'));
    return parsed.success ? { startedAt: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
};
