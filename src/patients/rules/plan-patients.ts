import { mergeDrafts, type ExternalId, type ImportedPatient } from './imported-patient.ts';

/** What to do with somebody who is here already. */
export type OnDuplicate = 'update' | 'skip' | 'add';

/** What is compared to find out whether two records are one person. */
export type KnownPerson = {
  id: string;
  /** lower case, without accents: family name, space, given name */
  sortName: string;
  birthDate: string | null;
  /** telephone numbers and e-mail addresses */
  contacts: string[];
  externalIds: ExternalId[];
};

/** @param id the one they get when they are new */
export type IncomingPatient = { key: number; id: string; sortName: string; draft: ImportedPatient };

export type PlannedOutcome = 'added' | 'updated' | 'skipped' | 'matches-several' | 'patient-number-taken';
export type PatientPlan = {
  outcomes: { key: number; outcome: PlannedOutcome; patientId: string | null }[];
  /** one for each patient, however many rows were about them */
  writes: { id: string; isNew: boolean; draft: ImportedPatient }[];
};

const contactsOf = ({ numbers, email }: ImportedPatient): string[] => [
  ...numbers.map(({ number }) => number),
  ...(email === null ? [] : [email.toLowerCase()]),
];
const idKey = ({ system, value }: ExternalId): string => JSON.stringify([system, value]);

const personOf = ({ id, sortName, draft }: IncomingPatient): KnownPerson => ({
  id,
  sortName,
  birthDate: draft.birthDate,
  contacts: contactsOf(draft),
  externalIds: draft.externalIds,
});

/** The same system calls them by two different ids: two people, whatever else agrees. */
const hasOtherId = (known: KnownPerson, { externalIds }: ImportedPatient): boolean =>
  externalIds.some(({ system, value }) => {
    const same = known.externalIds.filter((id) => id.system === system);
    return same.length > 0 && same.every((id) => id.value !== value);
  });

/** Same name, and birth date or contact speak for it while neither speaks against it. Twins differ by name. */
const isSamePerson = (known: KnownPerson, { sortName, draft }: IncomingPatient): boolean => {
  if (known.sortName !== sortName || hasOtherId(known, draft)) return false;
  const contacts = contactsOf(draft);
  const shared = contacts.some((contact) => known.contacts.includes(contact));
  if (known.birthDate === null || draft.birthDate === null) return shared;
  return (
    known.birthDate === draft.birthDate && (shared || known.contacts.length === 0 || contacts.length === 0)
  );
};

/** An id that two systems give to different people: another name, and nothing that speaks for the same person. */
const contradicts = (known: KnownPerson, { sortName, draft }: IncomingPatient): boolean =>
  known.sortName !== sortName &&
  (draft.birthDate === null || draft.birthDate !== known.birthDate) &&
  !contactsOf(draft).some((contact) => known.contacts.includes(contact));

type Found = { patientId: string; by: 'id' | 'person' } | 'several' | 'taken' | null;

/** The people known so far, found by name and by id: a batch is not compared with itself row by row. */
class Register {
  readonly #byName = new Map<string, KnownPerson[]>();
  readonly #byId = new Map<string, KnownPerson>();

  add(person: KnownPerson): void {
    const others = (this.#byName.get(person.sortName) ?? []).filter(({ id }) => id !== person.id);
    this.#byName.set(person.sortName, [...others, person]);
    for (const id of person.externalIds) this.#byId.set(idKey(id), person);
  }

  find(incoming: IncomingPatient): Found {
    const { draft, sortName } = incoming;
    const byId = new Map(
      draft.externalIds.flatMap((id) => {
        const person = this.#byId.get(idKey(id));
        return person ? [[person.id, person] as const] : [];
      }),
    );
    if (byId.size > 1) return 'several';
    for (const person of byId.values())
      return contradicts(person, incoming) ? 'taken' : { patientId: person.id, by: 'id' };
    const same = (this.#byName.get(sortName) ?? []).filter((known) => isSamePerson(known, incoming));
    if (same.length > 1) return 'several';
    return same[0] ? { patientId: same[0].id, by: 'person' } : null;
  }
}

const outcomeOf = (found: Found, onDuplicate: OnDuplicate): PlannedOutcome => {
  if (found === null) return 'added';
  if (found === 'several') return onDuplicate === 'add' ? 'added' : 'matches-several';
  if (found === 'taken') return 'patient-number-taken';
  if (onDuplicate === 'skip') return 'skipped';
  if (onDuplicate === 'update') return 'updated';
  return found.by === 'id' ? 'patient-number-taken' : 'added';
};

/**
 * Who is new, who is here already (in the clinic or further up in the same file), and what is to be written.
 * @param known everybody in the clinic who has one of these names or external ids
 */
export const planPatients = (
  incoming: readonly IncomingPatient[],
  known: readonly KnownPerson[],
  onDuplicate: OnDuplicate,
): PatientPlan => {
  const register = new Register();
  for (const person of known) register.add(person);
  const writes = new Map<string, PatientPlan['writes'][number]>();
  const outcomes = incoming.map((one): PatientPlan['outcomes'][number] => {
    const found = register.find(one);
    const outcome = outcomeOf(found, onDuplicate);
    const matched = found !== null && typeof found === 'object' ? found.patientId : null;
    if (outcome === 'added') {
      writes.set(one.id, { id: one.id, isNew: true, draft: one.draft });
      register.add(personOf(one));
      return { key: one.key, outcome, patientId: one.id };
    }
    if (outcome === 'updated' && matched !== null) {
      const earlier = writes.get(matched);
      const draft = earlier ? mergeDrafts(earlier.draft, one.draft) : one.draft;
      writes.set(matched, { id: matched, isNew: earlier?.isNew ?? false, draft });
    }
    return { key: one.key, outcome, patientId: matched };
  });
  return { outcomes, writes: [...writes.values()] };
};
