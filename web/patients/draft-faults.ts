import type { PatientDraft } from './draft.ts';

export type FaultWords =
  | 'required'
  | 'badNumber'
  | 'twiceNumber'
  | 'badEmail'
  | 'badDate'
  | 'taken'
  | 'refused';
/** By the place in the draft, as the API names it: `phoneNumbers/0/number`. */
export type Faults = Readonly<Record<string, FaultWords>>;

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const e164 = /^\+[1-9]\d{4,14}$/;

/** What can be said before asking the server. @param today calendar day of the clinic */
export const faultsOf = (draft: PatientDraft, today: string): Faults => {
  const faults: Record<string, FaultWords> = {};
  if (draft.givenName.trim() === '') faults['givenName'] = 'required';
  if (draft.familyName.trim() === '') faults['familyName'] = 'required';
  const born = draft.birthDate;
  if (born !== '' && (born > today || born < '1880-01-01')) faults['birthDate'] = 'badDate';
  for (const [index, { number }] of draft.phoneNumbers.entries()) {
    if (number.trim() === '') continue;
    if (!e164.test(number)) faults[`phoneNumbers/${index}/number`] = 'badNumber';
    else if (draft.phoneNumbers.findIndex((each) => each.number === number) < index)
      faults[`phoneNumbers/${index}/number`] = 'twiceNumber';
  }
  for (const [index, { email }] of draft.emails.entries()) {
    if (email.trim() !== '' && !looksLikeEmail.test(email.trim()))
      faults[`emails/${index}/email`] = 'badEmail';
  }
  return faults;
};

/** Lines left empty are not sent, so the server counts without them. */
const typedIndex = (lines: readonly string[], sent: number): number =>
  lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))[sent] ?? sent;

/**
 * What the server has refused, beside the field it is about.
 * @param detail of its problem: `phoneNumbers/1/number: too-short`, `body/birthDate Invalid…`, `identifiers: …`
 * @returns no faults when the detail names no field of the form
 */
export const readFaults = (draft: PatientDraft, detail: string): Faults => {
  const place = /^(?:body\/)?([A-Za-z]+)(?:\/(\d+))?/.exec(detail);
  const [, field = '', index = '0'] = place ?? [];
  if (field === 'phoneNumbers') {
    const numbers = draft.phoneNumbers.map(({ number }) => number);
    return { [`phoneNumbers/${typedIndex(numbers, Number(index))}/number`]: 'badNumber' };
  }
  if (field === 'emails') {
    const emails = draft.emails.map(({ email }) => email);
    return { [`emails/${typedIndex(emails, Number(index))}/email`]: 'badEmail' };
  }
  if (field === 'identifiers') return { patientNumber: 'taken' };
  if (field === 'birthDate') return { birthDate: 'badDate' };
  return field in draft ? { [field]: 'refused' } : {};
};
