import { sql, type RawBuilder } from 'kysely';
import type { TimelineCursor } from './rules/timeline-cursor.ts';

/** The condition that continues a page: entries before the last one of the page before. */
export const olderThan = (
  before: TimelineCursor | null,
  at: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  before === null ? sql`true` : sql`(${at}, ${id}) < (${before.at}::timestamptz, ${before.id}::uuid)`;
