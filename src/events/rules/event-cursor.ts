import { z } from 'zod';

export type EventCursor = { occurredAt: string; id: string };
const schema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page of the list ended. */
export const eventCursor = ({ occurredAt, id }: EventCursor): string => `${occurredAt}_${id}`;

/** @returns null for what is no place in the list */
export const readEventCursor = (text: string): EventCursor | null => {
  const read = schema.safeParse(text.split('_'));
  return read.success ? { occurredAt: read.data[0], id: read.data[1] } : null;
};
