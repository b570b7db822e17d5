import type { Database } from '../platform/database/database.ts';
import { selectOpenLink, type LinkRow } from './links.store.ts';
import { codeShape } from './rules/link.ts';

export type OpenLink = LinkRow;

/** What a code stands for; null for one that never was, is too old or was taken back: nobody learns which. */
export const openLink = async (
  database: Database,
  code: string,
  now: Temporal.Instant,
): Promise<OpenLink | null> => (codeShape.test(code) ? selectOpenLink(database, code, now) : null);
