/** Where a page of the list ended: its last row, which is one of those that stand first, or one of the others. */
export type VoicemailCursor = { first: boolean; receivedAt: Temporal.Instant; id: string };

const shape =
  /^(!?)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const writeCursor = ({ first, receivedAt, id }: VoicemailCursor): string =>
  `${first ? '!' : ''}${receivedAt.toString()}_${id}`;

/** @returns null for a text that no list gave out */
export const readCursor = (text: string): VoicemailCursor | null => {
  const [, first, time, id] = shape.exec(text) ?? [];
  if (time === undefined || id === undefined) return null;
  try {
    return { first: first === '!', receivedAt: Temporal.Instant.from(time), id };
  } catch {
    return null;
  }
};
