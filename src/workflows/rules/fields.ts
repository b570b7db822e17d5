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

/** The fields that conditions may ask about, besides `event.<name>` and `steps.<id>`. */
export const fields: Record<string, Field> = {
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
