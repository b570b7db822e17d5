import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { selectClinicsWithEvents, takeEvents } from './events.store.ts';
import type { RecordedEvent } from './rules/recorded-event.ts';
import { nextTry, troubleOf } from './rules/trouble.ts';
import {
  insertTrouble,
  selectClinicsWithTroubled,
  selectNextTry,
  takeTroubled,
  updateTrouble,
} from './troubled-events.store.ts';

/** Who acts on events. It writes in the transaction that takes the events away: all of it happens, once, or none. */
export type EventConsumer = (trx: ClinicTransaction, events: RecordedEvent[]) => Promise<void>;
type Consumers = readonly EventConsumer[];

/** Clinics that have events to dispatch: for the worker that starts, was deaf for a while, or looks now and then. */
export const clinicsWithEvents = async (
  database: Database,
  now: Temporal.Instant,
  limit = 1000,
): Promise<string[]> => [
  ...(await selectClinicsWithEvents(database, limit)),
  ...(await selectClinicsWithTroubled(database, now, limit)),
];

/** When an event that failed is tried again; null: none is. */
export const nextEventTry = (database: Database, after: Temporal.Instant): Promise<Temporal.Instant | null> =>
  selectNextTry(database, after);

const consumeAll = async (
  trx: ClinicTransaction,
  consumers: Consumers,
  events: RecordedEvent[],
): Promise<void> => {
  for (const consume of consumers) await consume(trx, events);
};

const dispatchBatch = (
  database: Database,
  clinicId: string,
  consumers: Consumers,
  limit: number,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const events = await takeEvents(trx, limit);
    if (events.length > 0) await consumeAll(trx, consumers, events);
    return events.length;
  });

/** @returns its error, null when it went well, or undefined when there was none to dispatch */
const dispatchOne = async (
  database: Database,
  clinicId: string,
  consumers: Consumers,
  now: Temporal.Instant,
): Promise<{ error: unknown } | null | undefined> => {
  let failed: string | null = null;
  try {
    return await inClinic(database, clinicId, async (trx) => {
      const [event] = await takeEvents(trx, 1);
      if (event === undefined) return undefined;
      failed = event.id;
      await consumeAll(trx, consumers, [event]);
      return null;
    });
  } catch (error) {
    const eventId = failed;
    if (eventId === null) throw error;
    const trouble = { eventId, reason: troubleOf(error), nextTryAt: nextTry(1, now) };
    await inClinic(database, clinicId, (trx) => insertTrouble(trx, trouble, now));
    return { error };
  }
};

/**
 * Hands one batch of the clinic's events to all consumers, oldest first. Several workers may do this at once. When a
 * consumer throws, nothing of the batch has happened; then each is dispatched alone, and those that fail wait for another try.
 * @returns how many there were; fewer than `limit`: nothing is left that nobody is at
 */
export const dispatchEvents = async (
  database: Database,
  clinicId: string,
  consumers: Consumers,
  now: Temporal.Instant,
  limit = 500,
): Promise<number> => {
  try {
    return await dispatchBatch(database, clinicId, consumers, limit);
  } catch {
    return oneByOne(limit, () => dispatchOne(database, clinicId, consumers, now));
  }
};

/** Tries one event again that failed before. @returns whether there was one that is due */
const tryOneAgain = async (
  database: Database,
  clinicId: string,
  consumers: Consumers,
  now: Temporal.Instant,
): Promise<boolean> => {
  let failed: { eventId: string; tries: number } | null = null;
  try {
    return await inClinic(database, clinicId, async (trx) => {
      const taken = await takeTroubled(trx, now);
      if (taken === null) return false;
      failed = { eventId: taken.event.id, tries: taken.tries + 1 };
      await consumeAll(trx, consumers, [taken.event]);
      return true;
    });
  } catch (error) {
    const trouble = failed as { eventId: string; tries: number } | null;
    if (trouble === null) throw error;
    const nextTryAt = nextTry(trouble.tries, now);
    await inClinic(database, clinicId, async (trx) => {
      await updateTrouble(trx, { ...trouble, reason: troubleOf(error), nextTryAt }, trouble.tries, now);
      if (nextTryAt === null) await announce(trx, 'workflows');
    });
    return true;
  }
};

/** Tries those again that failed before and are due, each alone. */
export const tryTroubledEvents = async (
  database: Database,
  clinicId: string,
  consumers: Consumers,
  now: Temporal.Instant,
): Promise<void> => {
  while (await tryOneAgain(database, clinicId, consumers, now));
};
