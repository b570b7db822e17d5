import { hashKey } from '@tanstack/react-query';
import type { PatientChange } from '../../src/patients/rules/patient-draft.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';

/** A person as the form holds them: '' where nothing is known, so that every field has something to show. */
export interface PatientDraft {
  givenName: string;
  familyName: string;
  preferredName: string;
  salutation: string;
  gender: NonNullable<PatientView['gender']> | '';
  birthDate: string;
  language: NonNullable<PatientView['language']> | '';
  spokenLanguages: string[];
  timeZone: string;
  /** `number`: E.164, or what was typed while it is none yet */
  phoneNumbers: PatientView['phoneNumbers'];
  emails: PatientView['emails'];
  address: { street: string; postalCode: string; city: string; region: string; country: string };
  patientNumber: string;
  /** of other systems: kept, not shown */
  otherIdentifiers: PatientView['identifiers'];
  tags: string[];
  vip: boolean;
  balanceCents: number;
}
export type DraftField = keyof PatientDraft;

const practice = 'practice';

export const emptyDraft: PatientDraft = {
  givenName: '',
  familyName: '',
  preferredName: '',
  salutation: '',
  gender: '',
  birthDate: '',
  language: '',
  spokenLanguages: [],
  timeZone: '',
  phoneNumbers: [],
  emails: [],
  address: { street: '', postalCode: '', city: '', region: '', country: '' },
  patientNumber: '',
  otherIdentifiers: [],
  tags: [],
  vip: false,
  balanceCents: 0,
};

export const draftOf = (patient: PatientView): PatientDraft => {
  const own = patient.identifiers.find(({ system }) => system === practice);
  const { street, postalCode, city, region, country } = patient.address;
  return {
    givenName: patient.givenName,
    familyName: patient.familyName,
    preferredName: patient.preferredName ?? '',
    salutation: patient.salutation ?? '',
    gender: patient.gender ?? '',
    birthDate: patient.birthDate ?? '',
    language: patient.language ?? '',
    spokenLanguages: patient.spokenLanguages,
    timeZone: patient.timeZone.source === 'patient' ? patient.timeZone.zone : '',
    phoneNumbers: patient.phoneNumbers,
    emails: patient.emails,
    address: {
      street: street ?? '',
      postalCode: postalCode ?? '',
      city: city ?? '',
      region: region ?? '',
      country: country ?? '',
    },
    patientNumber: own?.value ?? '',
    otherIdentifiers: patient.identifiers.filter((each) => each !== own),
    tags: patient.tags,
    vip: patient.vip,
    balanceCents: patient.balance.cents,
  };
};

const differs = (one: unknown, other: unknown): boolean => hashKey([one]) !== hashKey([other]);

export const changedFields = (before: PatientDraft, after: PatientDraft): DraftField[] =>
  (Object.keys(after) as DraftField[]).filter((field) => differs(before[field], after[field]));

const orNull = <Text extends string>(text: Text): Exclude<Text, ''> | null => {
  const trimmed = text.trim();
  return trimmed === '' ? null : (trimmed as Exclude<Text, ''>);
};

type Body = Omit<PatientChange, 'revision' | 'archived'>;

/** Each field in the words of the API. Lines left empty in a list are no entries. */
const say: { [Field in DraftField]: (draft: PatientDraft) => Body } = {
  givenName: ({ givenName }) => ({ givenName: givenName.trim() }),
  familyName: ({ familyName }) => ({ familyName: familyName.trim() }),
  preferredName: ({ preferredName }) => ({ preferredName: orNull(preferredName) }),
  salutation: ({ salutation }) => ({ salutation: orNull(salutation) }),
  gender: ({ gender }) => ({ gender: orNull(gender) }),
  birthDate: ({ birthDate }) => ({ birthDate: orNull(birthDate) }),
  language: ({ language }) => ({ language: orNull(language) }),
  spokenLanguages: ({ spokenLanguages }) => ({ spokenLanguages }),
  timeZone: ({ timeZone }) => ({ timeZone: orNull(timeZone) }),
  phoneNumbers: ({ phoneNumbers }) => ({
    phoneNumbers: phoneNumbers.filter(({ number }) => number.trim() !== ''),
  }),
  emails: ({ emails }) => ({
    emails: emails
      .filter(({ email }) => email.trim() !== '')
      .map((each) => ({ ...each, email: each.email.trim().toLowerCase() })),
  }),
  address: ({ address }) => ({
    address: {
      street: orNull(address.street),
      postalCode: orNull(address.postalCode),
      city: orNull(address.city),
      region: orNull(address.region),
      country: orNull(address.country),
    },
  }),
  patientNumber: (draft) => identifiers(draft),
  otherIdentifiers: (draft) => identifiers(draft),
  tags: ({ tags }) => ({ tags }),
  vip: ({ vip }) => ({ vip }),
  balanceCents: ({ balanceCents }) => ({ balanceCents }),
};

const identifiers = ({ patientNumber, otherIdentifiers }: PatientDraft): Body => ({
  identifiers: [
    ...(patientNumber.trim() === '' ? [] : [{ system: practice, value: patientNumber.trim() }]),
    ...otherIdentifiers,
  ],
});

/** Only what differs is sent: what somebody else changes meanwhile stays theirs. */
export const changeBody = (before: PatientDraft, after: PatientDraft): Body =>
  Object.assign({}, ...changedFields(before, after).map((field) => say[field](after))) as Body;

export interface MergedDraft {
  draft: PatientDraft;
  /** changed by them alone, and taken over */
  taken: DraftField[];
  /** changed by both, differently: mine is kept until somebody chooses */
  both: DraftField[];
}

/** What I typed on top of what somebody else has saved since I began. */
export const mergeDrafts = (before: PatientDraft, mine: PatientDraft, theirs: PatientDraft): MergedDraft => {
  const ours = new Set(changedFields(before, mine));
  const changed = changedFields(before, theirs);
  return {
    draft: { ...theirs, ...Object.fromEntries([...ours].map((field) => [field, mine[field]])) },
    taken: changed.filter((field) => !ours.has(field)),
    both: changed.filter((field) => ours.has(field) && differs(mine[field], theirs[field])),
  };
};
