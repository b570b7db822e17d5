import { noteAppointmentChange } from '../../appointments/note-appointment-change.ts';
import { setAppointmentStatus } from '../../appointments/set-appointment-status.ts';
import type { AppointmentStatus } from '../../appointments/rules/appointment-status.ts';
import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { insertAppointments, keepTypes, selectPeopleForAppointments } from '../demo.store.ts';
import { planAppointments } from '../plan-appointments.ts';
import type { SeededClinic } from '../seed-demo.ts';
import { selectBooked, setBookedAt, type PastVisit } from './demo-past.store.ts';
import type { PastDesk } from './past-desk.ts';
import { receiveText } from './past-texts.ts';
import { instantAt, workdayBefore, type Moment } from './past-time.ts';

/** Working days before today with visits in the book. */
const daysBack = 6;
/** Days from today on whose visits have been booked by way of the desk; what comes later stands in the book only. */
const daysAhead = { hours: 24 * 2 };
/** Of a day's visits, those that are lived through. The others were kept, and that is all. */
const lived: ReadonlySet<number> = new Set([0]);

/** The working days before today, with most visits already kept and some still to be lived through. */
export const insertPastVisits = async (
  trx: ClinicTransaction,
  { visitReasons, timeZone }: SeededClinic,
  now: Temporal.Instant,
): Promise<void> => {
  const people = await selectPeopleForAppointments(trx);
  const types = await keepTypes(trx, visitReasons);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const size = {
    patients: people.patients.length,
    practitioners: people.practitioners.length,
    reasons: visitReasons.length,
  };
  const planned = Array.from({ length: daysBack }, (_, day) => workdayBefore(today, daysBack - day)).flatMap(
    (date) =>
      planAppointments(date, timeZone, size, now).map((visit, index) =>
        lived.has(index) ? { ...visit, status: 'booked' as const } : visit,
      ),
  );
  await insertAppointments(trx, planned, people, visitReasons, types);
};

const localDay = (at: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate();

const setStatus = (
  { database, clock, onAppointmentsChanged }: PastDesk,
  clinic: SeededClinic,
  userId: string,
  id: string,
  status: AppointmentStatus,
): Promise<unknown> =>
  inClinic(database, clinic.id, (trx) =>
    setAppointmentStatus(
      trx,
      id,
      { status, revision: null },
      { userId, at: clock.now() },
      onAppointmentsChanged,
    ),
  );

const book = (desk: PastDesk, clinic: SeededClinic, { id, about }: PastVisit): Promise<void> =>
  inClinic(desk.database, clinic.id, async (trx) => {
    const at = desk.clock.now();
    await setBookedAt(trx, id, at);
    await noteAppointmentChange(trx, { id, before: null, after: about, at }, desk.onAppointmentsChanged);
  });

/** When somebody of the desk books what was asked for. */
const bookingHour = '11:20';
/** One of them is missed: the third. */
const missed = 2;

/** How each visit came about and went: booked some working days before, confirmed by every second, kept. */
export const momentsOfVisits = async (
  desk: PastDesk,
  clinic: SeededClinic,
  { yes, userId }: { yes: string; userId: string },
  now: Temporal.Instant,
): Promise<Moment[]> => {
  const { timeZone } = clinic;
  const first = workdayBefore(localDay(now, timeZone), daysBack).toZonedDateTime(timeZone).toInstant();
  const visits = await inClinic(desk.database, clinic.id, (trx) =>
    selectBooked(trx, first, now.add(daysAhead)),
  );
  return visits.flatMap((visit, index) => {
    const { startsAt, endsAt } = visit.about;
    const bookedOn = workdayBefore(localDay(startsAt, timeZone), 3 + (index % 2));
    const bookedAt = instantAt(bookedOn, bookingHour, timeZone);
    const outcome = index === missed ? 'no-show' : 'completed';
    return [
      { at: bookedAt, what: () => book(desk, clinic, visit) },
      ...(index % 2 === 0
        ? [
            {
              at: startsAt.subtract({ hours: 48 }).add({ minutes: 9 + index }),
              what: () => receiveText(desk, clinic, visit.number, yes),
            },
          ]
        : []),
      { at: endsAt, what: () => setStatus(desk, clinic, userId, visit.id, outcome) },
    ];
  });
};
