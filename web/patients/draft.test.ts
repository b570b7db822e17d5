import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patientChangeSchema } from '../../src/patients/rules/patient-draft.ts';
import { changeBody, emptyDraft, mergeDrafts, type PatientDraft } from './draft.ts';

const number = (digits: string) => ({
  number: digits,
  kind: 'mobile' as const,
  preferred: false,
  takesSms: true,
  unreachable: false,
});
const anna: PatientDraft = {
  ...emptyDraft,
  givenName: 'Anna',
  familyName: 'Schulz',
  birthDate: '1980-03-04',
};

test('only what differs is sent', () => {
  assert.deepEqual(changeBody(anna, { ...anna, familyName: ' Schmidt ', birthDate: '' }), {
    familyName: 'Schmidt',
    birthDate: null,
  });
  assert.deepEqual(changeBody(anna, { ...anna }), {});
});

test('lines left empty are no entries, and other systems keep their numbers', () => {
  const other = { system: 'urn:old', value: '7' };
  const before = { ...anna, otherIdentifiers: [other] };
  const after = {
    ...before,
    patientNumber: 'P-12',
    phoneNumbers: [number('+493023125021'), number(' ')],
    emails: [
      { email: ' Anna@Post.example ', preferred: true },
      { email: '', preferred: false },
    ],
  };
  assert.deepEqual(changeBody(before, after), {
    phoneNumbers: [number('+493023125021')],
    emails: [{ email: 'anna@post.example', preferred: true }],
    identifiers: [{ system: 'practice', value: 'P-12' }, other],
  });
});

test('the server takes everything that a form can send', () => {
  const full: PatientDraft = {
    ...anna,
    preferredName: 'Anni',
    salutation: 'Frau Dr.',
    gender: 'female',
    language: 'de',
    spokenLanguages: ['tr', 'de-CH'],
    timeZone: 'Europe/Berlin',
    phoneNumbers: [number('030 23125021')],
    emails: [{ email: 'a@b.example', preferred: true }],
    address: { street: 'Am Park 1', postalCode: '10115', city: 'Berlin', region: '', country: 'DE' },
    patientNumber: '12',
    tags: ['Recall'],
    vip: true,
    balanceCents: 1250,
  };
  assert.ok(patientChangeSchema.safeParse({ revision: 1, ...changeBody(emptyDraft, full) }).success);
  assert.ok(
    patientChangeSchema.safeParse({ revision: 1, ...changeBody(full, { ...anna, givenName: 'A' }) }).success,
  );
});

test('two who change different things keep both', () => {
  const { draft, taken, both } = mergeDrafts(anna, { ...anna, vip: true }, { ...anna, tags: ['Recall'] });
  assert.deepEqual(draft, { ...anna, vip: true, tags: ['Recall'] });
  assert.deepEqual([taken, both], [['tags'], []]);
});

test('two who change the same thing: mine stays, and theirs is named', () => {
  const mine = { ...anna, familyName: 'Schmidt', birthDate: '1980-04-03' };
  const theirs = { ...anna, familyName: 'Schmitt', birthDate: '1980-04-03' };
  const merged = mergeDrafts(anna, mine, theirs);
  assert.equal(merged.draft.familyName, 'Schmidt');
  assert.deepEqual(merged.both, ['familyName']);
});
