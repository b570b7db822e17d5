import { z } from 'zod';

const schema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page of the book ended. */
export const bookCursor = ({ startsAt, id }: { startsAt: string; id: string }): string => `${startsAt}_${id}`;

/** @returns null for what is no place in the book */
export const readBookCursor = (text: string): { startsAt: string; id: string } | null => {
  const read = schema.safeParse(text.split('_'));
  return read.success ? { startsAt: read.data[0], id: read.data[1] } : null;
};
