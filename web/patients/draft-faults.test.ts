import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDraft } from './draft.ts';
import { faultsOf, readFaults } from './draft-faults.ts';

const number = (typed: string) => ({
  number: typed,
  kind: 'mobile' as const,
  preferred: false,
  takesSms: true,
  unreachable: false,
});
const today = '2026-11-21';
const anna = { ...emptyDraft, givenName: 'Anna', familyName: 'Schulz' };

test('a name is enough', () => {
  assert.deepEqual(faultsOf(anna, today), {});
  assert.deepEqual(faultsOf(emptyDraft, today), { givenName: 'required', familyName: 'required' });
});

test('nobody is born tomorrow', () => {
  assert.deepEqual(faultsOf({ ...anna, birthDate: '2026-11-22' }, today), { birthDate: 'badDate' });
  assert.deepEqual(faultsOf({ ...anna, birthDate: today }, today), {});
});

test('a number that is none, one that is there twice, and an empty line', () => {
  const phoneNumbers = ['', '12', '+493023125021', '+493023125021'].map(number);
  assert.deepEqual(faultsOf({ ...anna, phoneNumbers }, today), {
    'phoneNumbers/1/number': 'badNumber',
    'phoneNumbers/3/number': 'twiceNumber',
  });
});

test('the server counts without the empty lines', () => {
  const draft = { ...anna, phoneNumbers: ['', '+493023125021', '', '+49302'].map(number) };
  assert.deepEqual(readFaults(draft, 'phoneNumbers/1/number: too-short'), {
    'phoneNumbers/3/number': 'badNumber',
  });
});

test('a place that the form does not know marks nothing', () => {
  assert.deepEqual(readFaults(anna, 'identifiers: one of them belongs to somebody else'), {
    patientNumber: 'taken',
  });
  assert.deepEqual(readFaults(anna, 'body/timeZone not an IANA time zone'), { timeZone: 'refused' });
  assert.deepEqual(readFaults(anna, 'revision: it is now 4'), {});
});
