import { z } from 'zod';

/** The last entry of a page: the next page begins after it. */
export type TimelineCursor = { at: string; id: string };

const schema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Opaque to callers; goes into an address as it is. */
export const writeTimelineCursor = ({ at, id }: TimelineCursor): string =>
  btoa(`${at}|${id}`).replaceAll('=', '');

/** Null for anything that no timeline gave out. */
export const readTimelineCursor = (text: string): TimelineCursor | null => {
  try {
    const parsed = schema.safeParse(atob(text).split('|'));
    return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
};
