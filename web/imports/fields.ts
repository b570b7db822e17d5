import type { Field } from '../../src/imports/rules/columns.ts';

/** In the order in which people look for them. */
export const fields: readonly Field[] = [
  'ignore',
  'familyName',
  'givenName',
  'fullName',
  'title',
  'birthDate',
  'mobile',
  'phone',
  'workPhone',
  'email',
  'patientNumber',
  'language',
  'gender',
  'street',
  'postalCode',
  'city',
  'country',
  'balance',
  'tags',
  'note',
];
