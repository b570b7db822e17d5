/** What the log shows, kept in the address: a link, a reload and "back" show the same entries. */
export interface AuditSearch {
  person?: string;
  kind?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shapes: Record<keyof AuditSearch, RegExp> = {
  person: uuid,
  kind: /^[a-z-]{1,40}$/,
  action: /^[a-z-]{1,40}\.[a-z-]{1,60}$/,
  subject: uuid,
  from: /^\d{4}-\d{2}-\d{2}$/,
  to: /^\d{4}-\d{2}-\d{2}$/,
};

/** Anything else in the address is left out. */
export const readAuditSearch = (search: Record<string, unknown>): AuditSearch =>
  Object.fromEntries(
    Object.entries(shapes).flatMap(([name, shape]) => {
      const value = search[name];
      return typeof value === 'string' && shape.test(value) ? [[name, value]] : [];
    }),
  );
