import { z } from 'zod';

/** The last row of a page: the next page begins after it. */
export type ConsentCursor = { at: string; id: string };

const schema = z.tuple([z.iso.datetime(), z.uuid()]);

export const writeConsentCursor = ({ at, id }: ConsentCursor): string => `${at}_${id}`;

/** @returns null for what no list of consents, opt-outs or decisions gave out */
export const readConsentCursor = (text: string): ConsentCursor | null => {
  const parsed = schema.safeParse(text.split('_'));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
};
