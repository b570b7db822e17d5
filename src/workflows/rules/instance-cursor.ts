import { z } from 'zod';

/** The last row of a page: the next page begins after it. */
export type InstanceCursor = { listedAt: string; id: string };

const schema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Opaque to callers: base64url, so that it goes into an address as it is. */
export const writeInstanceCursor = ({ listedAt, id }: InstanceCursor): string =>
  btoa(`${listedAt}|${id}`).replaceAll('=', '');

/** Null for anything that `writeInstanceCursor` has not written. */
export const readInstanceCursor = (cursor: string): InstanceCursor | null => {
  try {
    const parsed = schema.safeParse(atob(cursor).split('|'));
    return parsed.success ? { listedAt: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
};
