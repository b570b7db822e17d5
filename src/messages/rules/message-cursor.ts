import { z } from 'zod';

const schema = z.tuple([z.iso.datetime(), z.uuid()]);
export type MessageCursor = { at: string; id: string };

/** Where a page ended. */
export const messageCursor = ({ at, id }: MessageCursor): string => `${at}_${id}`;

/** @returns null for what is no place in these lists */
export const readMessageCursor = (text: string): MessageCursor | null => {
  const read = schema.safeParse(text.split('_'));
  return read.success ? { at: read.data[0], id: read.data[1] } : null;
};
