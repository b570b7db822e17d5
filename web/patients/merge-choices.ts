import { hashKey } from '@tanstack/react-query';
import type { MergeField } from '../../src/patients/rules/merge-fields.ts';
import { draftOf, type PatientDraft } from './draft.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';

const fields: readonly MergeField[] = [
  'givenName',
  'familyName',
  'preferredName',
  'salutation',
  'gender',
  'birthDate',
  'language',
  'spokenLanguages',
  'timeZone',
  'address',
];

export interface Choice {
  field: MergeField;
  kept: PatientDraft[MergeField];
  duplicate: PatientDraft[MergeField];
  /** False when only one of the two has anything here: then that is taken. */
  open: boolean;
}

const isEmpty = (value: PatientDraft[MergeField]): boolean =>
  typeof value === 'string' || Array.isArray(value)
    ? value.length === 0
    : Object.values(value).every((part) => part === '');

/** The record that stays: the older one, because links and papers are likelier to name it. */
export const inOrder = (
  one: PatientView,
  other: PatientView,
): { kept: PatientView; duplicate: PatientView } =>
  one.createdAt <= other.createdAt ? { kept: one, duplicate: other } : { kept: other, duplicate: one };

/** Where the two records say different things. */
export const choicesBetween = (keptRecord: PatientView, duplicateRecord: PatientView): Choice[] => {
  const [one, other] = [draftOf(keptRecord), draftOf(duplicateRecord)];
  return fields.flatMap((field) => {
    const [kept, duplicate] = [one[field], other[field]];
    if (hashKey([kept]) === hashKey([duplicate])) return [];
    return [{ field, kept, duplicate, open: !isEmpty(kept) && !isEmpty(duplicate) }];
  });
};
