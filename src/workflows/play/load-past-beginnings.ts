import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectEvents } from '../gallery/beginnings.store.ts';
import { beginningsOf, dailyBeginnings } from '../gallery/load-beginnings.ts';
import { selectLatestBooked, selectLatestOver } from './past-beginnings.store.ts';
import type { Definition } from '../rules/definition.ts';
import { expectedOf, isBookKind, type Expected } from '../rules/expected-events.ts';
import type { Beginning } from '../rules/foresee.ts';
import { passesFilter } from '../rules/play/set-scene.ts';
import { selectCalendar } from '../engine/subjects.store.ts';

/** Where a page ends: what comes next is earlier. */
export type PastCursor = { at: Temporal.Instant; id: string };

/** How many are looked at for one page, and how many of them at a time: a filter that hardly anybody passes ends somewhere. */
const mostLooked = 2000;
const chunk = 200;

const newestFirst = (a: Expected, b: Expected): number =>
  Temporal.Instant.compare(b.event.occurredAt, a.event.occurredAt) || (a.event.id < b.event.id ? 1 : -1);

const isBefore = ({ event }: Expected, { at, id }: PastCursor): boolean => {
  const order = Temporal.Instant.compare(event.occurredAt, at);
  return order < 0 || (order === 0 && event.id < id);
};

const candidates = async (
  trx: ClinicTransaction,
  { trigger: { events: kinds } }: Definition,
  cursor: PastCursor | null,
  now: Temporal.Instant,
): Promise<Expected[]> => {
  const until = cursor?.at ?? now;
  const others = kinds.filter((kind) => !isBookKind(kind));
  const ends = [
    ...(kinds.includes('APPOINTMENT_COMPLETED') ? ['completed'] : []),
    ...(kinds.includes('APPOINTMENT_NO_SHOW') ? ['no-show'] : []),
  ];
  const events = await selectEvents(trx, others, { since: null, until }, mostLooked);
  const booked = kinds.includes('APPOINTMENT_SCHEDULED')
    ? await selectLatestBooked(trx, until, mostLooked)
    : [];
  const over = await selectLatestOver(trx, ends, until, mostLooked);
  const onlyKinds = kinds.filter((kind) => kind !== 'APPOINTMENT_SCHEDULED');
  return [
    ...events.map((event) => ({ event, status: null })),
    ...booked.flatMap((one) => expectedOf(['APPOINTMENT_SCHEDULED'], one, now)),
    ...over.flatMap((one) => expectedOf(onlyKinds, one, now)),
  ]
    .filter((one) => cursor === null || isBefore(one, cursor))
    .filter(({ event }) => kinds.includes(event.kind) && Temporal.Instant.compare(event.occurredAt, now) <= 0)
    .toSorted(newestFirst)
    .slice(0, mostLooked);
};

export type PastPage = { beginnings: Beginning[]; next: PastCursor | null };

/**
 * The newest of what would have begun this workflow, as far as its filter lets it in: recorded events, and what the book
 * tells of appointments.
 */
export const loadPastBeginnings = async (
  trx: ClinicTransaction,
  definition: Definition,
  cursor: PastCursor | null,
  limit: number,
  now: Temporal.Instant,
): Promise<PastPage> => {
  if (definition.trigger.daily !== undefined) {
    const { timeZone } = await selectCalendar(trx);
    const today = await dailyBeginnings(
      trx,
      definition,
      now.toZonedDateTimeISO(timeZone).subtract({ days: 1 }),
    );
    return { beginnings: today.slice(0, limit), next: null };
  }
  const all = await candidates(trx, definition, cursor, now);
  const beginnings: Beginning[] = [];
  for (let from = 0; from < all.length; from += chunk) {
    const those = all.slice(from, from + chunk);
    for (const [index, one] of (await beginningsOf(trx, definition, those, now)).entries()) {
      if (!passesFilter(definition, one.subject, one.at)) continue;
      if (beginnings.length === limit) {
        const { event } = those[index - 1] ?? all[from - 1]!;
        return { beginnings, next: { at: event.occurredAt, id: event.id } };
      }
      beginnings.push(one);
    }
  }
  const last = all.length === mostLooked ? all.at(-1)!.event : null;
  return { beginnings, next: last === null ? null : { at: last.occurredAt, id: last.id } };
};
