export type AuditCursor = { at: string; id: string };

const shape =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const writeAuditCursor = ({ at, id }: AuditCursor): string => `${at}_${id}`;

/** @returns null for what is no cursor of this list */
export const readAuditCursor = (text: string): AuditCursor | null => {
  const [, at, id] = shape.exec(text) ?? [];
  if (at === undefined || id === undefined) return null;
  try {
    return { at: Temporal.Instant.from(at).toString(), id };
  } catch {
    return null;
  }
};
