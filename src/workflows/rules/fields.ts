import type { FieldValue } from './rule-tree.ts';
import type { Subject } from './subject.ts';

type Reader = (subject: Subject, now: Temporal.Instant) => FieldValue;
type Field = { type: 'text' | 'number' | 'boolean' | 'list'; read: Reader };

const ageOf: Reader = ({ patient, clinic }, now) =>
  patient?.birthDate
    ? Temporal.PlainDate.from(patient.birthDate).until(
        now.toZonedDateTimeISO(clinic.timeZone).toPlainDate(),
        {
          largestUnit: 'years',
        },
      ).years
    : null;

/** Whole months of the calendar, by the clinic's clock. */
const monthsSinceVisit: Reader = ({ patient, clinic }, now) =>
  patient?.lastVisit
    ? patient.lastVisit
        .toZonedDateTimeISO(clinic.timeZone)
        .toPlainDate()
        .until(now.toZonedDateTimeISO(clinic.timeZone).toPlainDate(), { largestUnit: 'months' }).months
    : null;

/** A day that has not come counts below zero. */
const daysOverdue: Reader = ({ care, clinic }, now) =>
  care?.payment?.dueOn
    ? Temporal.PlainDate.from(care.payment.dueOn).until(
        now.toZonedDateTimeISO(clinic.timeZone).toPlainDate(),
        { largestUnit: 'days' },
      ).days
    : null;

/** What is asked about a patient can also be asked about all of them at once: see `audience-fields.store.ts`. */
const patientFields = {
  'patient.language': {
    type: 'text',
    read: ({ patient, clinic }) => (patient ? (patient.language ?? clinic.language) : null),
  },
  'patient.age': { type: 'number', read: ageOf },
  'patient.tags': { type: 'list', read: ({ patient }) => patient?.tags ?? null },
  'patient.vip': { type: 'boolean', read: ({ patient }) => patient?.vip ?? null },
  'patient.balanceCents': { type: 'number', read: ({ patient }) => patient?.balanceCents ?? null },
  'patient.hasPhone': { type: 'boolean', read: ({ patient }) => patient?.hasPhone ?? null },
  'patient.hasEmail': { type: 'boolean', read: ({ patient }) => patient?.hasEmail ?? null },
  'patient.monthsSinceVisit': { type: 'number', read: monthsSinceVisit },
  'patient.hasVisitAhead': { type: 'boolean', read: ({ patient }) => patient?.hasVisitAhead ?? null },
  'patient.treatmentPhase': { type: 'text', read: ({ patient }) => patient?.treatmentPhase ?? null },
  'patient.hasFailedPayment': { type: 'boolean', read: ({ patient }) => patient?.hasFailedPayment ?? null },
} satisfies Record<string, Field>;
export type PatientField = keyof typeof patientFields;
export const isPatientField = (name: string): name is PatientField => Object.hasOwn(patientFields, name);

/** The fields that conditions may ask about, besides `event.<name>` and `steps.<id>`. */
export const fields: Record<string, Field> = {
  ...patientFields,
  'appointment.status': { type: 'text', read: ({ appointment }) => appointment?.status ?? null },
  'appointment.reason': { type: 'text', read: ({ appointment }) => appointment?.reason ?? null },
  'appointment.practitionerId': {
    type: 'text',
    read: ({ appointment }) => appointment?.practitionerId ?? null,
  },
  'appointment.hoursAway': {
    type: 'number',
    read: ({ appointment }, now) =>
      appointment ? now.until(appointment.startsAt).total({ unit: 'hours' }) : null,
  },
  'plan.name': { type: 'text', read: ({ care }) => care?.plan?.name ?? null },
  'plan.phase': { type: 'text', read: ({ care }) => care?.plan?.phase ?? null },
  'procedure.name': { type: 'text', read: ({ care }) => care?.procedure?.name ?? null },
  'payment.status': { type: 'text', read: ({ care }) => care?.payment?.status ?? null },
  'payment.amountCents': { type: 'number', read: ({ care }) => care?.payment?.amountCents ?? null },
  'payment.daysOverdue': { type: 'number', read: daysOverdue },
};

const asFieldValue = (value: unknown): FieldValue => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : null;
};

/** Reads one field of a subject. `steps.<id>` is what became of a step in this round; null: nothing yet. */
export const readField =
  (subject: Subject, outcomes: Readonly<Record<string, string>>, now: Temporal.Instant) =>
  (name: string): FieldValue => {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known) return known.read(subject, now);
    const dot = name.indexOf('.');
    const [area, rest] = [name.slice(0, dot), name.slice(dot + 1)];
    if (area === 'steps') return Object.hasOwn(outcomes, rest) ? (outcomes[rest] ?? null) : null;
    if (area !== 'event' || !Object.hasOwn(subject.event.payload, rest)) return null;
    return asFieldValue(subject.event.payload[rest]);
  };
