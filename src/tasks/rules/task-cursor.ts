import { z } from 'zod';

/** The last row of a page. `at` is what the list is ordered by: when it is due, or when it was done. */
export type TaskCursor = { at: string; id: string };

const schema = z.tuple([z.union([z.literal('infinity'), z.iso.datetime()]), z.uuid()]);

export const writeTaskCursor = ({ at, id }: TaskCursor): string => `${at}_${id}`;

/** @returns null for what no list of tasks gave out */
export const readTaskCursor = (text: string): TaskCursor | null => {
  const parsed = schema.safeParse(text.split('_'));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
};
