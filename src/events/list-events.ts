import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectEvents } from './event-list.store.ts';
import { eventCursor, readEventCursor } from './rules/event-cursor.ts';
import type { EventListQuery, EventPage } from './rules/event-views.ts';

/** What has happened, newest first. @returns null: the cursor is not one of this list */
export const listEvents = async (
  trx: ClinicTransaction,
  query: EventListQuery,
): Promise<EventPage | null> => {
  const after = query.cursor === undefined ? null : readEventCursor(query.cursor);
  if (query.cursor !== undefined && after === null) return null;
  const found = await selectEvents(trx, query, { after, limit: query.limit + 1 });
  const events = found.slice(0, query.limit);
  const last = events.at(-1);
  return { events, nextCursor: found.length > query.limit && last !== undefined ? eventCursor(last) : null };
};
