import type { AppointmentStatus } from '../../appointments/rules/appointment-status.ts';
import { cleanLine } from './clean-text.ts';
import { appointmentSchema, codesOf, wordsOf, type FhirAppointment } from './fhir-fields.ts';
import { currentName, readHumanName } from './read-fhir-person.ts';
import type { Fault, Remark } from './reasons.ts';

/** As the file refers to them. `name`: what it calls them, for one who is not in the file. */
export type Actor = { reference: string | null; name: string | null };
export type ReadAppointment = {
  patient: Actor | null;
  practitioner: Actor | null;
  startsAt: string;
  endsAt: string;
  reason: string;
  status: AppointmentStatus;
  externalId: { system: string; value: string } | null;
  faults: Fault[];
  remarks: Remark[];
};

/** R4's statuses. `proposed`, `pending` and `waitlist` are wishes, not appointments, unless they have a time. */
const statuses: Record<string, AppointmentStatus> = {
  proposed: 'booked',
  pending: 'booked',
  waitlist: 'booked',
  booked: 'booked',
  arrived: 'checked-in',
  'checked-in': 'checked-in',
  fulfilled: 'completed',
  cancelled: 'cancelled',
  noshow: 'no-show',
};
const assumedMinutes = 30;
const longestHours = 24;

type Participant = FhirAppointment['participant'][number];

/** The type that a reference is to: `Patient/1`, `https://…/Patient/1/_history/2`, or a contained `#p1`. */
const typeOf = ({ actor }: Participant, { contained }: FhirAppointment): string | null => {
  const text = actor?.reference ?? '';
  if (text.startsWith('#')) return contained.find(({ id }) => id === text.slice(1))?.resourceType ?? null;
  return /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/.*)?$/.exec(text)?.[1] ?? null;
};

const containedName = (reference: string | null, { contained }: FhirAppointment): string | null => {
  if (reference?.startsWith('#') !== true) return null;
  const found = contained.find(({ id }) => id === reference.slice(1));
  const parsed = found && appointmentSchema.shape.contained.safeParse([found]).data?.[0];
  const names = (parsed as { name?: unknown } | undefined)?.name;
  if (!Array.isArray(names)) return null;
  const { givenName, familyName, title } = readHumanName(
    currentName(names as never, Temporal.PlainDate.from('2000-01-01')),
  );
  return [title, givenName, familyName].filter(Boolean).join(' ') || null;
};

const actorOf = ({ actor }: Participant, appointment: FhirAppointment): Actor => {
  const reference = actor?.reference ?? null;
  return {
    reference,
    name: containedName(reference, appointment) ?? (cleanLine(actor?.display ?? '').slice(0, 200) || null),
  };
};

const readTimes = ({ start, end, minutesDuration }: FhirAppointment) => {
  const instant = (text: string): Temporal.Instant | null => {
    try {
      return Temporal.Instant.from(text);
    } catch {
      return null;
    }
  };
  const startsAt = instant(start ?? '');
  if (startsAt === null)
    return { fault: start === undefined ? ('start-missing' as const) : ('time-wrong' as const) };
  if (end !== undefined) {
    const endsAt = instant(end);
    const hours = endsAt === null ? -1 : endsAt.since(startsAt).total('hours');
    return endsAt === null || hours <= 0 || hours > longestHours
      ? { fault: 'time-wrong' as const }
      : { startsAt, endsAt, assumed: false };
  }
  const told = minutesDuration !== undefined && minutesDuration > 0 && minutesDuration <= longestHours * 60;
  const minutes = told ? Math.round(minutesDuration) || 1 : assumedMinutes;
  return { startsAt, endsAt: startsAt.add({ minutes }), assumed: !told };
};

const reasonOf = ({ description, serviceType, appointmentType, reasonCode }: FhirAppointment): string => {
  const words = [description, ...[...serviceType, appointmentType, ...reasonCode].map(wordsOf)];
  return cleanLine(words.find((one) => one !== undefined && one !== null && one.trim() !== '') ?? '').slice(
    0,
    300,
  );
};

/** The attending one before the others; whoever comes for information only is nobody's calendar. */
const practitionersOf = (appointment: FhirAppointment): Participant[] =>
  appointment.participant
    .filter(
      (one) => typeOf(one, appointment) === 'Practitioner' || typeOf(one, appointment) === 'PractitionerRole',
    )
    .filter(({ status }) => status !== 'declined')
    .toSorted(
      (a, b) =>
        Number(codesOf(b.type).includes('PPRF')) - Number(codesOf(a.type).includes('PPRF')) ||
        Number(a.required === 'information-only') - Number(b.required === 'information-only'),
    );

const isPatient = (
  one: Participant,
  appointment: FhirAppointment,
  patientReferences: ReadonlySet<string>,
): boolean => typeOf(one, appointment) === 'Patient' || patientReferences.has(one.actor?.reference ?? '');

const externalIdOf = ({ identifier, id }: FhirAppointment): ReadAppointment['externalId'] => {
  const told = identifier.find(({ value }) => (value ?? '').trim() !== '');
  if (told?.value)
    return { system: (told.system ?? 'fhir').slice(0, 300), value: told.value.trim().slice(0, 200) };
  return id === undefined ? null : { system: 'fhir', value: id.slice(0, 200) };
};

/**
 * An appointment of a bundle. Who takes part is left as the file says it; finding them here is for whoever saves it.
 * @param patientReferences `urn:uuid:…` and the like, which do not say by themselves that they are patients
 * @param practitionerReferences likewise
 */
export const readFhirAppointment = (
  resource: unknown,
  patientReferences: ReadonlySet<string>,
  practitionerReferences: ReadonlySet<string>,
): ReadAppointment | null => {
  const parsed = appointmentSchema.safeParse(resource);
  if (!parsed.success) return null;
  const appointment = parsed.data;
  const status = statuses[appointment.status ?? ''];
  const times = readTimes(appointment);
  const patient = appointment.participant.find((one) => isPatient(one, appointment, patientReferences));
  const practitioners = [
    ...practitionersOf(appointment),
    ...appointment.participant.filter(({ actor }) => practitionerReferences.has(actor?.reference ?? '')),
  ];
  const faults: Fault[] = [];
  if (status === undefined)
    faults.push({
      code: appointment.status === 'entered-in-error' ? 'marked-wrong' : 'status-unknown',
      field: 'status',
    });
  if ('fault' in times && times.fault) faults.push({ code: times.fault, field: 'start' });
  if (!patient) faults.push({ code: 'patient-missing', field: null });
  if (practitioners.length === 0) faults.push({ code: 'practitioner-missing', field: null });
  const remarks: Remark[] = [];
  if (new Set(practitioners.map(({ actor }) => actor?.reference)).size > 1)
    remarks.push('second-practitioner');
  if ('assumed' in times && times.assumed) remarks.push('end-assumed');
  return {
    patient: patient ? actorOf(patient, appointment) : null,
    practitioner: practitioners[0] ? actorOf(practitioners[0], appointment) : null,
    startsAt: 'startsAt' in times ? times.startsAt.toString() : '',
    endsAt: 'endsAt' in times ? times.endsAt.toString() : '',
    reason: reasonOf(appointment),
    status: status ?? 'booked',
    externalId: externalIdOf(appointment),
    faults,
    remarks,
  };
};
