import type { Language } from '../clinics/rules/language.ts';
import type { PatientRow } from './patient-rows.store.ts';
import { fullName } from './rules/person-name.ts';
import type { PatientListItem } from './rules/patient-views.ts';
import { relationWords } from './rules/relation-words.ts';

/** JSON writes "+00:00" where the API says "Z". */
const instant = (text: string): string => Temporal.Instant.from(text).toString();

const nextOf = (row: Pick<PatientRow, 'next'>): PatientListItem['nextAppointment'] =>
  row.next === null ? null : { ...row.next, startsAt: instant(row.next.startsAt) };

/** Their own number, else that of the first who answers for them and has one. */
const contactNumberOf = ({
  number,
  guardians,
}: Pick<PatientRow, 'number' | 'guardians'>): PatientListItem['contactNumber'] => {
  if (number !== null) return { number, of: null };
  const guardian = guardians.find((one) => one.number !== null);
  if (guardian === undefined || guardian.number === null) return null;
  return { number: guardian.number, of: { id: guardian.id, name: fullName(guardian) } };
};

export const showPatientRow = (
  row: PatientRow,
  clinic: { language: Language; currency: string },
): PatientListItem => ({
  id: row.id,
  name: fullName(row),
  birthDate: row.birthDate,
  contactNumber: contactNumberOf(row),
  email: row.email,
  language: row.language,
  familyHint: relationWords(row.wards, clinic.language),
  guardians: row.guardians.map(({ id, givenName, familyName, relation }) => ({
    id,
    name: fullName({ givenName, familyName }),
    relation,
  })),
  tags: row.tags,
  vip: row.vip,
  balance: { cents: row.balanceCents, currency: clinic.currency },
  nextAppointment: nextOf(row),
  lastAppointmentAt: row.lastAt?.toString() ?? null,
  archived: row.archived,
});
