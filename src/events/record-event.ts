import type { RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { ringFor } from './event-bell.ts';
import { eventRow } from './event-row.ts';
import { eventExpressions, insertEvents } from './events.store.ts';
import type { EventKind } from './rules/event-kinds.ts';
import type { AnyNewEvent, NewEvent } from './rules/new-event.ts';

/**
 * Records what happened, in the transaction that makes it so. Automation hears of it when that commits.
 * @returns its id; null: an event with this source and key was there before
 */
export const recordEvent = async <K extends EventKind>(
  trx: ClinicTransaction,
  event: NewEvent<K>,
): Promise<string | null> => {
  const [id] = await insertEvents(trx, [eventRow(event as AnyNewEvent)]);
  return id ?? null;
};

/** Many at once, in one statement. @returns the ids of those that were not there before */
export const recordEvents = (trx: ClinicTransaction, events: AnyNewEvent[]): Promise<string[]> =>
  events.length === 0 ? Promise.resolve([]) : insertEvents(trx, events.map(eventRow));

/**
 * The same as parts of somebody's own statement, where a round trip more would be one too many: common table expressions,
 * and a column that calls automation.
 * @param from a table expression of that statement; events are recorded if it has a row
 */
export const recordingIn = (
  trx: ClinicTransaction,
  events: AnyNewEvent[],
  from: string,
): { expressions: RawBuilder<unknown>; bell: RawBuilder<unknown> } => ({
  expressions: eventExpressions(trx, events.map(eventRow), from),
  bell: ringFor(trx.clinicId, events.length > 0),
});
