import type { CountryCode } from 'libphonenumber-js/min';
import type { DraftNumber, ExternalId, ImportedPatient } from '../../patients/rules/imported-patient.ts';
import { cleanLine } from './clean-text.ts';
import {
  isOver,
  type ContactPoint,
  type FhirPatient,
  type HumanName,
  type Identifier,
} from './fhir-fields.ts';
import { readCountry } from './read-country.ts';
import { isFormula, isGarbled, readFullName, readNamePart } from './read-name.ts';
import { readNumbers } from './read-numbers.ts';
import type { Reading } from './read-row.ts';
import { readEmail } from './read-words.ts';
import type { Fault, Remark } from './reasons.ts';

type Person = Pick<
  FhirPatient,
  'name' | 'telecom' | 'address' | 'identifier' | 'gender' | 'extension' | 'id'
>;
export type ReadPerson = { part: Partial<ImportedPatient>; faults: Fault[]; remarks: Remark[] };

const nameRank = ({ use }: HumanName): number =>
  ['official', 'usual', undefined, 'temp', 'nickname', 'anonymous', 'maiden', 'old'].indexOf(use);

/** The name in use: official before usual, one that is over only when there is no other. */
export const currentName = (names: readonly HumanName[], today: Temporal.PlainDate): HumanName | undefined =>
  names.toSorted(
    (a, b) => Number(isOver(a.period, today)) - Number(isOver(b.period, today)) || nameRank(a) - nameRank(b),
  )[0];

export const readHumanName = (name: HumanName | undefined) => {
  const line = (parts: readonly string[]): string => cleanLine(parts.join(' '));
  const given = line(name?.given ?? []);
  const family = cleanLine(name?.family ?? '');
  if (family === '' && given === '') return readFullName(cleanLine(name?.text ?? ''));
  const prefix = readNamePart(`${line(name?.prefix ?? [])} X`.trim());
  // A single name is a family name here: the list of patients sorts by it.
  return {
    givenName: family === '' ? '' : given,
    familyName: line([
      family === '' ? given : family,
      ...(name?.suffix ?? []).filter((one) => /^(jr|sr|jun|sen|i{2,3}|iv)\.?$/i.test(one)),
    ]),
    title: prefix.title,
  };
};

const kinds: Record<string, DraftNumber['kind']> = { mobile: 'mobile', home: 'home', work: 'work' };

const telecomRank = ({ rank, use }: ContactPoint): number =>
  (rank ?? 50) * 10 + (use === 'mobile' ? 0 : use === 'home' ? 1 : 2);

const readTelecom = (telecom: readonly ContactPoint[], { country, today }: Reading) => {
  const current = telecom.filter(({ use, period }) => use !== 'old' && !isOver(period, today));
  const sorted = current.toSorted((a, b) => telecomRank(a) - telecomRank(b));
  const faults: Fault[] = [];
  const numbers: DraftNumber[] = [];
  for (const { system, value, use } of sorted) {
    if (
      value === undefined ||
      (system !== 'phone' && system !== 'sms' && !(system === undefined && /^[+\d(]/.test(value)))
    )
      continue;
    const read = readNumbers(value, country);
    if (read.why !== null) faults.push({ code: read.why, field: 'phone' });
    for (const number of read.numbers) {
      if (!numbers.some((known) => known.number === number))
        numbers.push({ number, kind: system === 'sms' ? 'mobile' : (kinds[use ?? ''] ?? 'home') });
    }
  }
  const mail = sorted.find(({ system, value }) => system === 'email' && value !== undefined)?.value;
  const email = mail === undefined ? null : readEmail(cleanLine(mail));
  if (mail !== undefined && email === null) faults.push({ code: 'email-wrong', field: 'email' });
  return { numbers, email, faults, dropped: current.length < telecom.length };
};

/** Social security, driving licence, passport, national ids: nothing that a telephone desk needs to keep. */
const documents = new Set(['SS', 'DL', 'PPN', 'TAX', 'NIIP', 'CZ', 'PNT', 'NI', 'SB', 'BC', 'ACSN', 'HC']);
const isDocument = ({ type, system = '' }: Identifier): boolean =>
  (type?.coding ?? []).some(({ code }) => code !== undefined && documents.has(code)) ||
  /ssn|passport|driver/i.test(system);

const readIdentifiers = (identifiers: readonly Identifier[]): { ids: ExternalId[]; leftOut: boolean } => {
  const current = identifiers.filter(({ use }) => use !== 'old');
  const kept = current.filter((one) => !isDocument(one));
  return {
    leftOut: kept.length < current.length,
    ids: kept.flatMap(({ system, value }) => {
      const text = cleanLine(value ?? '').slice(0, 200);
      return text === '' ? [] : [{ system: (system ?? 'fhir').slice(0, 300), value: text }];
    }),
  };
};

const genders = new Set(['female', 'male', 'other', 'unknown']);
const filled = (raw: string | undefined): string | null => cleanLine(raw ?? '').slice(0, 200) || null;

const nameFaults = ({ givenName, familyName }: { givenName: string; familyName: string }): Fault[] => {
  if (!/\p{L}/u.test(familyName)) return [{ code: 'name-missing', field: 'familyName' }];
  if (isFormula(familyName) || isFormula(givenName)) return [{ code: 'name-formula', field: 'familyName' }];
  return isGarbled(familyName) || isGarbled(givenName) ? [{ code: 'name-garbled', field: 'familyName' }] : [];
};

/** Names, numbers, address and ids of a patient or a related person. Extensions are counted, not understood. */
export const readFhirPerson = (person: Person, reading: Reading): ReadPerson => {
  const name = readHumanName(currentName(person.name, reading.today));
  const home = person.address.find(({ use, period }) => use !== 'old' && !isOver(period, reading.today));
  const country = readCountry(home?.country ?? '');
  // Numbers without a country code are of the country that somebody lives in, if the record says so.
  const telecom = readTelecom(person.telecom, {
    ...reading,
    country: (country ?? reading.country) as CountryCode,
  });
  const ids = readIdentifiers(person.identifier);
  const remarks: Remark[] = [];
  if (person.extension.length > 0) remarks.push('extensions-ignored');
  if (telecom.dropped) remarks.push('numbers-no-longer-used');
  if (ids.leftOut) remarks.push('identity-documents-left-out');
  return {
    part: {
      ...name,
      numbers: telecom.numbers,
      email: telecom.email,
      externalIds: ids.ids,
      gender: genders.has(person.gender ?? '') ? (person.gender as ImportedPatient['gender']) : null,
      street: filled(home?.line.join(', ')),
      city: filled(home?.city),
      region: filled(home?.state),
      postalCode: filled(home?.postalCode),
      country,
    },
    faults: [...nameFaults(name), ...telecom.faults],
    remarks,
  };
};
