import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { selectClinicsWithEvents, takeEvents } from './events.store.ts';
import type { RecordedEvent } from './rules/recorded-event.ts';

/** Who acts on events. It writes in the transaction that takes the events away: all of it happens, once, or none. */
export type EventConsumer = (trx: ClinicTransaction, events: RecordedEvent[]) => Promise<void>;

/** Clinics that have undispatched events: for the worker that starts, was deaf for a while, or looks now and then. */
export const clinicsWithEvents = (database: Database, limit = 1000): Promise<string[]> =>
  selectClinicsWithEvents(database, limit);

/**
 * Hands one batch of the clinic's events to all consumers, oldest first. Several workers may do this at once.
 * @returns how many there were; fewer than `limit`: nothing is left that nobody is at
 */
export const dispatchEvents = (
  database: Database,
  clinicId: string,
  consumers: readonly EventConsumer[],
  limit = 500,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const events = await takeEvents(trx, limit);
    if (events.length > 0) for (const consume of consumers) await consume(trx, events);
    return events.length;
  });
