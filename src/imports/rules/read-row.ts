import type { CountryCode } from 'libphonenumber-js/min';
import { cleanLine, cleanParagraphs, saysNothing, withoutTextMark } from './clean-text.ts';
import type { Field } from './columns.ts';
import { newDraft, type DraftNumber, type ImportedPatient } from '../../patients/rules/imported-patient.ts';
import { readAmount } from './read-amount.ts';
import { readBirthDate, type DateOrder } from './read-date.ts';
import { isFormula, isGarbled, readFullName, readNamePart } from './read-name.ts';
import { readNumbers } from './read-numbers.ts';
import { readEmail, readGender, readLanguage } from './read-words.ts';
import { readCountry } from './read-country.ts';
import type { Fault, Refusal, Remark } from './reasons.ts';

/** How the values of this file and this clinic are to be understood. */
export type Reading = {
  mapping: readonly Field[];
  country: CountryCode;
  dateOrder: DateOrder | null;
  decimalComma: boolean;
  today: Temporal.PlainDate;
  /** under which the clinic's own patient numbers are kept */
  patientNumberSystem: string;
};

/** What reading one row came to. With faults the draft lacks those fields. */
export type ReadPatient = { draft: ImportedPatient; faults: Fault[]; remarks: Remark[] };

type Cell = { field: Field; text: string; raw: string };
const numberKinds: Partial<Record<Field, DraftNumber['kind']>> = {
  mobile: 'mobile',
  phone: 'home',
  workPhone: 'work',
};
const nameFields: ReadonlySet<Field> = new Set(['fullName', 'familyName', 'givenName']);
const longest = 200;
const longestNote = 4000;

const cellsOf = (row: readonly string[], mapping: readonly Field[]): Cell[] =>
  mapping.flatMap((field, index) => {
    const raw = row[index] ?? '';
    const text = withoutTextMark(cleanLine(raw));
    if (field === 'ignore' || text === '') return [];
    return saysNothing(text) && (!nameFields.has(field) || !/\p{L}/u.test(text))
      ? []
      : [{ field, text, raw }];
  });

const nameFaults = (cells: Cell[], { familyName }: ImportedPatient): Fault[] => {
  const faults: Fault[] = familyName === '' ? [{ code: 'name-missing', field: 'familyName' }] : [];
  for (const { field, text } of cells) {
    if (!nameFields.has(field)) continue;
    if (isFormula(text)) faults.push({ code: 'name-formula', field });
    else if (isGarbled(text)) faults.push({ code: 'name-garbled', field });
    else if (!/\p{L}/u.test(text) || text.length > longest) faults.push({ code: 'name-missing', field });
  }
  return faults;
};

const readName = (cells: Cell[]): Pick<ImportedPatient, 'givenName' | 'familyName' | 'title'> => {
  const of = (field: Field): string => cells.find((cell) => cell.field === field)?.text ?? '';
  const full = of('fullName') === '' ? null : readFullName(of('fullName'));
  const family = readNamePart(of('familyName'));
  const given = readNamePart(of('givenName'));
  return {
    familyName: family.name === '' ? (full?.familyName ?? '') : family.name,
    givenName: given.name === '' ? (full?.givenName ?? '') : given.name,
    title: of('title') || (family.title ?? given.title ?? full?.title ?? null),
  };
};

/** Cells whose text is taken as it stands, as long as it is not endless. */
const plainFields = ['street', 'postalCode', 'city'] as const;

/** Reads one cell into the draft. @returns what is wrong with it, or null */
const readCell = (draft: ImportedPatient, { field, text, raw }: Cell, reading: Reading): Refusal | null => {
  const kind = numberKinds[field];
  if (kind !== undefined) {
    const { numbers, why } = readNumbers(withoutTextMark(cleanParagraphs(raw)), reading.country);
    const fresh = numbers.filter((number) => !draft.numbers.some((known) => known.number === number));
    draft.numbers.push(...fresh.map((number) => ({ number, kind })));
    return why;
  }
  if (field === 'birthDate') {
    if (/^0{1,4}[-./]0{1,2}[-./]0{1,4}/.test(text)) return null;
    const read = readBirthDate(text, reading.dateOrder, reading.today);
    if (!read.ok) return read.why;
    draft.birthDate = read.date;
  } else if (field === 'email') {
    draft.email = readEmail(text);
    if (draft.email === null) return 'email-wrong';
  } else if (field === 'balance') {
    draft.balanceCents = readAmount(text, reading.decimalComma);
    if (draft.balanceCents === null) return 'amount-wrong';
  } else if (field === 'patientNumber') {
    draft.externalIds.push({ system: reading.patientNumberSystem, value: text.slice(0, longest) });
  } else if (field === 'country') {
    draft.country = readCountry(text);
  } else if (field === 'tags') {
    draft.tags.push(
      ...text
        .split(/[;,|]/)
        .map((tag) => tag.trim().slice(0, 50))
        .filter((tag) => tag !== ''),
    );
  } else if (field === 'note') {
    draft.note = [draft.note, cleanParagraphs(raw)].filter(Boolean).join('\n').slice(0, longestNote);
  } else if ((plainFields as readonly Field[]).includes(field)) {
    draft[field as (typeof plainFields)[number]] = text.slice(0, longest);
  }
  return null;
};

/** One row of a CSV file as a patient. Every fault of the row is told, not just the first. */
export const readRow = (row: readonly string[], reading: Reading): ReadPatient => {
  const cells = cellsOf(row, reading.mapping);
  const draft: ImportedPatient = { ...newDraft(), ...readName(cells) };
  const faults = nameFaults(cells, draft);
  const remarks: ReadPatient['remarks'] = [];
  if (row.slice(reading.mapping.length).some((cell) => cell.trim() !== ''))
    faults.push({ code: 'column-count', field: null });
  for (const cell of cells) {
    const why = readCell(draft, cell, reading);
    if (why !== null) faults.push({ code: why, field: cell.field });
    if (cell.field === 'language') {
      draft.language = readLanguage(cell.text);
      if (draft.language === null) remarks.push('language-not-spoken');
    }
    if (cell.field === 'gender') {
      draft.gender = readGender(cell.text);
      if (draft.gender === null) remarks.push('gender-unknown');
    }
  }
  return { draft, faults, remarks };
};
