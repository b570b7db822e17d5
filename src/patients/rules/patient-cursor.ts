import { z } from 'zod';

/** Where a page ended: the sort values of its last row, and its id. Opaque to callers. */
export type PatientCursor = { order: string; key: string | number; id: string };

const schema = z.tuple([z.string().max(20), z.union([z.string().max(300), z.number()]), z.uuid()]);

export const writePatientCursor = ({ order, key, id }: PatientCursor): string =>
  new TextEncoder()
    .encode(JSON.stringify([order, key, id]))
    .toBase64({ alphabet: 'base64url', omitPadding: true });

/** Null for anything that no list gave out, and for a cursor of another order. */
export const readPatientCursor = (text: string, order: string): PatientCursor | null => {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: 'base64url' });
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!parsed.success || parsed.data[0] !== order) return null;
    return { order, key: parsed.data[1], id: parsed.data[2] };
  } catch {
    return null;
  }
};
