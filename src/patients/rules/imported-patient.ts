import type { Language } from '../../clinics/rules/language.ts';

export type DraftNumber = { number: string; kind: 'mobile' | 'home' | 'work' };
export type ExternalId = { system: string; value: string };

/** A patient as another system describes them; null: it says nothing, so what is known here stays. */
export type ImportedPatient = {
  givenName: string;
  familyName: string;
  /** academic titles, as in a salutation */
  title: string | null;
  preferredName: string | null;
  /** ISO 8601 date */
  birthDate: string | null;
  gender: 'female' | 'male' | 'other' | 'unknown' | null;
  /** the one Frontdesk uses with them */
  language: Language | null;
  /** BCP 47, also those that Frontdesk does not speak */
  spokenLanguages: string[];
  email: string | null;
  /** E.164, the preferred one first */
  numbers: DraftNumber[];
  externalIds: ExternalId[];
  street: string | null;
  postalCode: string | null;
  city: string | null;
  region: string | null;
  /** ISO 3166-1, two letters */
  country: string | null;
  balanceCents: number | null;
  note: string | null;
  tags: string[];
  /** nobody is to call them any more */
  deceased: boolean;
};

export const newDraft = (): ImportedPatient => ({
  givenName: '',
  familyName: '',
  title: null,
  preferredName: null,
  birthDate: null,
  gender: null,
  language: null,
  spokenLanguages: [],
  email: null,
  numbers: [],
  externalIds: [],
  street: null,
  postalCode: null,
  city: null,
  region: null,
  country: null,
  balanceCents: null,
  note: null,
  tags: [],
  deceased: false,
});

const union = <T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): T[] => [
  ...new Map([...b, ...a].map((item) => [keyOf(item), item])).values(),
];

/** Two rows about the same person: what the later one says counts, what it leaves open stays. */
export const mergeDrafts = (earlier: ImportedPatient, later: ImportedPatient): ImportedPatient => {
  const said = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== null));
  return {
    ...earlier,
    ...said,
    givenName: later.givenName || earlier.givenName,
    numbers: union(earlier.numbers, later.numbers, ({ number }) => number),
    externalIds: union(earlier.externalIds, later.externalIds, ({ system, value }) => `${system}|${value}`),
    spokenLanguages: union(earlier.spokenLanguages, later.spokenLanguages, String),
    tags: union(earlier.tags, later.tags, String),
    deceased: earlier.deceased || later.deceased,
  };
};
