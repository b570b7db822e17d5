import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectBook, selectEvents, selectMatching } from './beginnings.store.ts';
import { loadSubjects } from '../engine/load-subjects.ts';
import { nextDaily } from '../rules/daily.ts';
import type { Definition } from '../rules/definition.ts';
import { expectedOf, isBookKind, type Expected } from '../rules/expected-events.ts';
import type { Beginning } from '../rules/foresee.ts';
import { selectCalendar } from '../engine/subjects.store.ts';

/** How far back what begins it is looked for, how far ahead the book is read, and how much of both. */
const back = { days: 60 };
const ahead = { days: 60 };
const most = 2000;

const expectedEvents = async (
  trx: ClinicTransaction,
  { trigger: { events: kinds } }: Definition,
  today: Temporal.ZonedDateTime,
): Promise<Expected[]> => {
  const now = today.toInstant();
  const since = today.subtract(back).toInstant();
  const others = kinds.filter((kind) => !isBookKind(kind));
  const past = await selectEvents(trx, others, { since, until: now }, most);
  const book =
    others.length === kinds.length ? [] : await selectBook(trx, since, today.add(ahead).toInstant(), most);
  return [
    ...past.map((event) => ({ event, status: null })),
    ...book.flatMap((booked) => expectedOf(kinds, booked, now)),
  ].toSorted((a, b) => Temporal.Instant.compare(a.event.occurredAt, b.event.occurredAt));
};

/** What these events began with, as it stands now. */
export const beginningsOf = async (
  trx: ClinicTransaction,
  definition: Definition,
  expected: readonly Expected[],
  now: Temporal.Instant,
): Promise<Beginning[]> => {
  // What the book tells of has no event that could be looked up.
  const aboutOf = ({ event: { id, patientId, appointmentId }, status }: Expected) => ({
    patientId,
    appointmentId,
    eventId: status === null ? id : null,
  });
  const subjectOf = await loadSubjects(trx, expected.map(aboutOf), [definition], now);
  return expected.map((one) => {
    const { event, status } = one;
    const subject = subjectOf(aboutOf(one));
    const { appointment } = subject;
    return {
      at: event.occurredAt,
      event,
      patientId: event.patientId,
      subject: {
        ...subject,
        event: { kind: event.kind, payload: event.payload },
        appointment: appointment && status ? { ...appointment, status } : appointment,
      },
    };
  });
};

/** Whom the calendar takes in within the week: today's, and those who have joined them by its last day. */
export const dailyBeginnings = async (
  trx: ClinicTransaction,
  definition: Definition,
  today: Temporal.ZonedDateTime,
): Promise<Beginning[]> => {
  const { trigger } = definition;
  const calendar = await selectCalendar(trx);
  const filter = trigger.filter ?? { combinator: 'and' as const, rules: [] };
  const first = nextDaily(trigger.daily!.at, today.timeZoneId, today.toInstant());
  const found = new Map<string, Temporal.Instant>();
  for (const at of [first, first.toZonedDateTimeISO(today.timeZoneId).add({ days: 6 }).toInstant()]) {
    const ids = await selectMatching(trx, { filter, calendar, now: at }, most);
    for (const id of ids) if (!found.has(id)) found.set(id, at);
  }
  const aboutOf = (patientId: string) => ({ patientId, appointmentId: null, eventId: null });
  const beginnings: Beginning[] = [];
  for (const [begins, those] of Map.groupBy(found, ([, when]) => when)) {
    const subjectOf = await loadSubjects(
      trx,
      those.map(([id]) => aboutOf(id)),
      [definition],
      begins,
    );
    beginnings.push(
      ...those.map(([id]) => ({ at: begins, event: null, patientId: id, subject: subjectOf(aboutOf(id)) })),
    );
  }
  return beginnings;
};

/** What has begun it here, or will by the book and the calendar, in the order of time. `cut`: there was more than is looked at. */
export const loadBeginnings = async (
  trx: ClinicTransaction,
  definition: Definition,
  today: Temporal.ZonedDateTime,
): Promise<{ beginnings: Beginning[]; cut: boolean }> => {
  if (definition.trigger.daily !== undefined) {
    const beginnings = await dailyBeginnings(trx, definition, today);
    return { beginnings, cut: beginnings.length >= most };
  }
  const expected = await expectedEvents(trx, definition, today);
  return {
    beginnings: await beginningsOf(trx, definition, expected, today.toInstant()),
    cut: expected.length >= most,
  };
};
