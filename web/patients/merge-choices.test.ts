import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeFieldSchema } from '../../src/patients/rules/merge-fields.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { choicesBetween, inOrder } from './merge-choices.ts';

const nowhere = { street: null, postalCode: null, city: null, region: null, country: null };
const person = (part: Partial<PatientView>): PatientView =>
  ({
    givenName: 'Anna',
    familyName: 'Schulz',
    preferredName: null,
    salutation: null,
    gender: null,
    birthDate: '1980-03-04',
    language: null,
    spokenLanguages: [],
    timeZone: { zone: 'Europe/Berlin', source: 'clinic' },
    phoneNumbers: [],
    emails: [],
    address: nowhere,
    identifiers: [],
    tags: [],
    vip: false,
    balance: { cents: 0, currency: 'EUR' },
    createdAt: '2026-01-01T00:00:00Z',
    ...part,
  }) as PatientView;

test('what is the same is no choice', () => assert.deepEqual(choicesBetween(person({}), person({})), []));

test('where both say something one must choose, where one is silent the other is taken', () => {
  const duplicate = person({
    familyName: 'Schultz',
    language: 'de',
    address: { ...nowhere, city: 'Berlin' },
  });
  const choices = choicesBetween(person({}), duplicate);
  assert.deepEqual(
    choices.map(({ field, open }) => [field, open]),
    [
      ['familyName', true],
      ['language', false],
      ['address', false],
    ],
  );
});

test('every field that the server lets one choose is offered', () => {
  const other = person({
    givenName: 'Anne',
    familyName: 'Schultz',
    preferredName: 'Anni',
    salutation: 'Frau',
    gender: 'female',
    birthDate: null,
    language: 'de',
    spokenLanguages: ['tr'],
    timeZone: { zone: 'Europe/Paris', source: 'patient' },
    address: { ...nowhere, city: 'Berlin' },
  });
  assert.deepEqual(
    choicesBetween(person({}), other).map(({ field }) => field),
    mergeFieldSchema.options,
  );
});

test('the older record stays', () => {
  const [older, newer] = [person({ givenName: 'A' }), person({ createdAt: '2026-02-01T00:00:00Z' })];
  assert.equal(inOrder(newer, older).kept, older);
  assert.equal(inOrder(older, newer).kept, older);
});
