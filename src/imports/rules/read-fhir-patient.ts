import { newDraft, type ImportedPatient } from '../../patients/rules/imported-patient.ts';
import { cleanLine } from './clean-text.ts';
import { codesOf, patientSchema, relatedPersonSchema, wordsOf, type FhirPatient } from './fhir-fields.ts';
import { readBirthDate } from './read-date.ts';
import { currentName, readFhirPerson, readHumanName } from './read-fhir-person.ts';
import type { ReadPatient, Reading } from './read-row.ts';
import { readLanguage } from './read-words.ts';
import type { Fault, Remark } from './reasons.ts';

const readBirth = (
  raw: string | undefined,
  { today }: Reading,
): { date: string | null; faults: Fault[]; remarks: Remark[] } => {
  if (raw === undefined || raw.trim() === '') return { date: null, faults: [], remarks: [] };
  // FHIR allows a year, or a year and a month. A birthday cannot be made of that.
  if (/^\d{4}(-\d{2})?$/.test(raw.trim())) return { date: null, faults: [], remarks: ['birth-date-partial'] };
  const read = readBirthDate(raw, null, today);
  return read.ok
    ? { date: read.date, faults: [], remarks: [] }
    : { date: null, faults: [{ code: read.why, field: 'birthDate' }], remarks: [] };
};

const readLanguages = (communication: FhirPatient['communication']) => {
  const sorted = communication.toSorted(
    (a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false),
  );
  const codes = [...new Set(codesOf(sorted.map(({ language }) => language)))].filter((code) =>
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code),
  );
  const language = codes.map(readLanguage).find((one) => one !== null) ?? null;
  const others = codes.filter((code) => readLanguage(code) !== language || language === null);
  return { others: others.slice(0, 10), language, unknown: codes.length > 0 && language === null };
};

/** Whom to reach in an emergency has no record of their own; it is a note on the patient. */
const contactNote = ({ contact }: FhirPatient, { today }: Reading): string | null => {
  const lines = contact.flatMap(({ relationship, name, telecom }) => {
    const { givenName, familyName } = readHumanName(currentName(name ? [name] : [], today));
    const words = relationship.flatMap((one) => wordsOf(one) ?? []).join(', ') || 'contact';
    const numbers = telecom.flatMap(({ system, value }) =>
      system === 'phone' && value ? [cleanLine(value)] : [],
    );
    const line = [[givenName, familyName].filter(Boolean).join(' '), `(${words})`, numbers.join(', ')]
      .filter(Boolean)
      .join(' ');
    return givenName + familyName === '' && numbers.length === 0 ? [] : [line];
  });
  return lines.length === 0 ? null : lines.join('\n').slice(0, 4000);
};

export const readFhirPatient = (resource: unknown, reading: Reading): ReadPatient => {
  const parsed = patientSchema.safeParse(resource);
  if (!parsed.success)
    return { draft: newDraft(), faults: [{ code: 'not-readable', field: null }], remarks: [] };
  const patient = parsed.data;
  const { part, faults, remarks } = readFhirPerson(patient, reading);
  const birth = readBirth(patient.birthDate, reading);
  const languages = readLanguages(patient.communication);
  const deceased = patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined;
  const draft: ImportedPatient = {
    ...newDraft(),
    ...part,
    birthDate: birth.date,
    language: languages.language,
    spokenLanguages: languages.others,
    note: contactNote(patient, reading),
    deceased,
  };
  return {
    draft,
    faults: [...faults, ...birth.faults],
    remarks: [
      ...remarks,
      ...birth.remarks,
      ...(languages.unknown ? (['language-not-spoken'] as const) : []),
      ...(deceased ? (['deceased'] as const) : []),
    ],
  };
};

export type Relation = 'mother' | 'father' | 'grandparent' | 'guardian';
export type ReadGuardian = ReadPatient & {
  /** as the file refers to the child; null: it does not say */
  child: string | null;
  /** null: related, but nobody who answers for the child */
  relation: Relation | null;
};

const relations: [Relation, RegExp][] = [
  ['mother', /^(n?mth|steppmth|adoptm|mthfost|mother|mutter)$/i],
  ['father', /^(n?fth|stpfth|adoptf|fthfost|father|vater)$/i],
  ['grandparent', /^(grprn|grmth|grfth|mgrmth|mgrfth|pgrmth|pgrfth)$/i],
  ['guardian', /^(guard|prn|nprn|prnfost|stpprn|adoptp|powatt|hpowatt|gt|guardian|parent)$/i],
];

/** A related person who answers for a child: a person of their own, and what they are to the child. */
export const readRelatedPerson = (resource: unknown, reading: Reading): ReadGuardian => {
  const parsed = relatedPersonSchema.safeParse(resource);
  if (!parsed.success)
    return {
      draft: newDraft(),
      faults: [{ code: 'not-readable', field: null }],
      remarks: [],
      child: null,
      relation: null,
    };
  const { part, faults, remarks } = readFhirPerson(parsed.data, reading);
  const birth = readBirth(parsed.data.birthDate, reading);
  const words = [
    ...codesOf(parsed.data.relationship),
    ...parsed.data.relationship.flatMap((one) => wordsOf(one) ?? []),
  ];
  return {
    draft: { ...newDraft(), ...part, birthDate: birth.date },
    faults: [...faults, ...birth.faults],
    remarks: [...remarks, ...birth.remarks],
    child: parsed.data.patient?.reference ?? null,
    relation: relations.find(([, pattern]) => words.some((word) => pattern.test(word.trim())))?.[0] ?? null,
  };
};
