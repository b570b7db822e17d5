import { loadCare } from '../../care/load-care.ts';
import { careOfEvent, type CareSubject } from '../../care/rules/care-subject.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Definition } from '../rules/definition.ts';
import { programOf } from '../rules/program.ts';
import type { Subject } from '../rules/subject.ts';
import {
  selectAppointments,
  selectCalendar,
  selectEvents,
  selectPatients,
  type PatientsAppointment,
} from './subjects.store.ts';

export type About = { patientId: string | null; appointmentId: string | null; eventId: string | null };

const unknownEvent: Subject['event'] = { kind: 'NONE', payload: {} };

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

type Events = ReadonlyMap<string, Subject['event']>;

/** An appointment that has been given to another patient is nothing of this one's any more. */
const ownOf = (
  patientId: string | null,
  appointment: PatientsAppointment | undefined,
): Pick<Subject, 'appointment' | 'givenAway'> => {
  if (appointment === undefined) return { appointment: null };
  const { patientId: whose, ...visit } = appointment;
  return patientId === null || whose === patientId
    ? { appointment: visit }
    : { appointment: null, givenAway: true };
};

/** What the events of treatments and payments among these are about, by the event. */
const careOf = async (
  trx: ClinicTransaction,
  abouts: readonly About[],
  events: Events,
): Promise<Map<string, CareSubject>> => {
  const asked = abouts.flatMap(({ patientId, eventId }) => {
    const care = careOfEvent(events.get(eventId ?? '')?.payload);
    return care === null || patientId === null || eventId === null
      ? []
      : [[eventId, { ...care, patientId }] as const];
  });
  return loadCare(trx, new Map(asked));
};

/**
 * What many instances are about, as it stands now: a query for each kind of thing, however many there are.
 * @param asks the fields that will be read: others are not looked up
 */
export const loadSubjectsAsking = async (
  trx: ClinicTransaction,
  abouts: readonly About[],
  asks: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<(about: About) => Subject> => {
  const clinic = await selectCalendar(trx);
  const patients = await selectPatients(trx, known(abouts.map(({ patientId }) => patientId)), asks, now);
  const appointments = await selectAppointments(trx, known(abouts.map(({ appointmentId }) => appointmentId)));
  const events = await selectEvents(trx, known(abouts.map(({ eventId }) => eventId)));
  const care = await careOf(trx, abouts, events);
  return ({ patientId, appointmentId, eventId }) => ({
    clinic,
    patient: patients.get(patientId ?? '') ?? null,
    ...ownOf(patientId, appointments.get(appointmentId ?? '')),
    care: care.get(eventId ?? '') ?? null,
    event: events.get(eventId ?? '') ?? unknownEvent,
  });
};

/** The same for whatever the conditions of these definitions ask. */
export const loadSubjects = (
  trx: ClinicTransaction,
  abouts: readonly About[],
  definitions: Iterable<Definition>,
  now: Temporal.Instant,
): Promise<(about: About) => Subject> =>
  loadSubjectsAsking(
    trx,
    abouts,
    new Set([...definitions].flatMap((definition) => [...programOf(definition).asks])),
    now,
  );
