import type { Language } from '../../clinics/rules/language.ts';
import type { Channel } from './message-order.ts';

/** Somebody and how they can be reached. */
export type ReachablePerson = {
  id: string;
  birthDate: string | null;
  language: Language | null;
  numbers: readonly {
    number: string;
    kind: string;
    preferred: boolean;
    takesSms: boolean;
    unreachable: boolean;
  }[];
  /** a browser of theirs takes notifications */
  takesPush: boolean;
  emails: readonly { email: string; preferred: boolean }[];
};
export type Recipient = { personId: string; address: string; language: Language | null };

const adultAt = 18;

/** @returns their best address, null when they have none */
const addressOf = (person: ReachablePerson, channel: Channel | 'call'): string | null => {
  if (channel === 'call') {
    const usable = person.numbers.filter(({ unreachable }) => !unreachable);
    const best = usable.find(({ preferred }) => preferred) ?? usable.find(({ kind }) => kind === 'mobile');
    return (best ?? usable[0])?.number ?? null;
  }
  if (channel === 'in-app') return person.id;
  if (channel === 'push') return person.takesPush ? person.id : null;
  if (channel === 'email')
    return (person.emails.find(({ preferred }) => preferred) ?? person.emails[0])?.email ?? null;
  const usable = person.numbers.filter(({ takesSms, unreachable }) => takesSms && !unreachable);
  const best =
    usable.find(({ preferred, kind }) => preferred && kind === 'mobile') ??
    usable.find(({ kind }) => kind === 'mobile') ??
    usable.find(({ preferred }) => preferred) ??
    usable[0];
  return best?.number ?? null;
};

const isChild = (birthDate: string | null, today: Temporal.PlainDate): boolean =>
  birthDate !== null && Temporal.PlainDate.compare(birthDate, today.subtract({ years: adultAt })) > 0;

/**
 * Who receives what is about a patient. A child's messages go to who answers for it; so do those of somebody who
 * cannot be reached.
 * @param guardians those who may decide for the patient, in a fixed order
 */
export const chooseRecipient = (
  patient: ReachablePerson,
  guardians: readonly ReachablePerson[],
  channel: Channel | 'call',
  today: Temporal.PlainDate,
): Recipient | null => {
  const order = isChild(patient.birthDate, today) ? [...guardians, patient] : [patient, ...guardians];
  for (const person of order) {
    const address = addressOf(person, channel);
    if (address !== null)
      return { personId: person.id, address, language: person.language ?? patient.language };
  }
  return null;
};
