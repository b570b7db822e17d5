import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectBook } from './appointment-book.store.ts';
import { selectTimeZone } from './appointments.store.ts';
import type { BookQuery } from './rules/appointment-input.ts';
import type { AppointmentPage } from './rules/appointment-views.ts';
import { bookCursor, readBookCursor } from './rules/book-cursor.ts';

const mostDays = 62;

/** The book from one day to another. @returns what is wrong with the question, in the words of an answer */
export const listAppointments = async (
  trx: ClinicTransaction,
  query: BookQuery,
): Promise<{ ok: true; page: AppointmentPage } | { ok: false; fault: string }> => {
  const [from, to] = [Temporal.PlainDate.from(query.from), Temporal.PlainDate.from(query.to)];
  const days = from.until(to).total('days') + 1;
  if (days < 1 || days > mostDays) return { ok: false, fault: `to: at most ${mostDays} days from the first` };
  const after = query.cursor === undefined ? null : readBookCursor(query.cursor);
  if (query.cursor !== undefined && after === null)
    return { ok: false, fault: 'cursor: not one of this list' };
  const timeZone = await selectTimeZone(trx);
  const found = await selectBook(trx, {
    from: from.toZonedDateTime(timeZone).toInstant(),
    to: to.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
    practitionerId: query.practitionerId ?? null,
    patientId: query.patientId ?? null,
    after,
    limit: query.limit + 1,
  });
  const appointments = found.slice(0, query.limit);
  const last = appointments.at(-1);
  const nextCursor = found.length > query.limit && last !== undefined ? bookCursor(last) : null;
  return { ok: true, page: { timeZone, appointments, nextCursor } };
};
