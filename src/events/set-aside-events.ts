import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { eventCursor, readEventCursor } from './rules/event-cursor.ts';
import type { SetAsidePage } from './rules/event-views.ts';
import { putBack, selectSetAside } from './troubled-events.store.ts';

/** Events that failed too often. @returns null: the cursor is not one of this list */
export const listSetAside = async (
  trx: ClinicTransaction,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<SetAsidePage | null> => {
  const after = cursor === undefined ? null : readEventCursor(cursor);
  if (cursor !== undefined && after === null) return null;
  const found = await selectSetAside(trx, { after, limit: limit + 1 });
  const events = found.slice(0, limit);
  const last = events.at(-1);
  const nextCursor =
    found.length > limit && last ? eventCursor({ occurredAt: last.setAsideAt, id: last.id }) : null;
  return { events, nextCursor };
};

/** Has one of them, or all, dispatched anew. @returns how many */
export const retrySetAside = async (
  trx: ClinicTransaction,
  eventId: string | null,
  { userId, at }: { userId: string; at: Temporal.Instant },
): Promise<number> => {
  const ids = await putBack(trx, eventId);
  for (const id of ids)
    await recordAudit(trx, { userId, at, action: 'event.retried', subject: { kind: 'event', id } });
  if (ids.length > 0) await announce(trx, 'workflows');
  return ids.length;
};
