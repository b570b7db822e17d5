import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { callerViewSchema } from './caller-view.ts';
import { lookupNumber } from './caller-number.ts';
import { describeCaller, type KnownPatient, type NumberOwners } from './describe-caller.ts';
import { relationWords } from './relation-words.ts';

const english = { language: 'en', currency: 'USD' } as const;
const german = { language: 'de', currency: 'EUR' } as const;

const patient = (id: string, givenName: string, more: Partial<KnownPatient> = {}): KnownPatient => ({
  id,
  givenName,
  familyName: 'Lopez',
  birthDate: null,
  language: 'en',
  balanceCents: 0,
  vip: false,
  ...more,
});
const owners = (more: Partial<NumberOwners>): NumberOwners => ({
  patients: [],
  guardianships: [],
  leads: [],
  appointments: [],
  plans: [],
  ...more,
});

const maria = patient('m', 'Maria', { birthDate: '1985-02-01', balanceCents: 1000 });
const anna = patient('a', 'Anna', { birthDate: '2014-05-06', balanceCents: 250 });
const ben = patient('b', 'Ben', { birthDate: '2012-03-04', vip: true });
const family = owners({
  patients: [anna, ben, maria],
  guardianships: [
    { guardianId: 'm', patientId: 'a', relation: 'mother' },
    { guardianId: 'm', patientId: 'b', relation: 'mother' },
  ],
});

const at = (iso: string, patientId: string) => ({
  patientId,
  startsAt: Temporal.Instant.from(iso),
  reason: 'Check-up',
  practitioner: 'Dr. Hall',
});

suite('describeCaller', () => {
  test('nobody is unknown', () => {
    assert.deepEqual(describeCaller(owners({}), english).kind, 'unknown');
  });

  test('one patient is that patient', () => {
    const caller = describeCaller(owners({ patients: [ben] }), english);
    assert.equal(caller.kind, 'patient');
    assert.equal(caller.name, 'Ben Lopez');
    assert.equal(caller.patientId, 'b');
    assert.equal(caller.people[0]?.relation, null);
    assert.equal(caller.people[0]?.vip, true);
    assert.deepEqual(caller.balance, { cents: 0, currency: 'USD' });
  });

  test('a family is named by its guardian, children from the eldest, balance together', () => {
    const caller = describeCaller(family, english);
    assert.equal(caller.kind, 'family');
    assert.equal(caller.name, 'Maria Lopez');
    assert.equal(caller.patientId, 'm');
    assert.deepEqual(
      caller.people.map(({ name, relation }) => [name, relation]),
      [
        ['Maria Lopez', 'mother of Ben and Anna'],
        ['Ben Lopez', null],
        ['Anna Lopez', null],
      ],
    );
    assert.deepEqual(caller.balance, { cents: 1250, currency: 'USD' });
  });

  test('the relation is in the language of the clinic', () => {
    assert.equal(describeCaller(family, german).people[0]?.relation, 'Mutter von Ben und Anna');
  });

  test('a family without a guardian has a surname and nobody in particular', () => {
    const siblings = describeCaller(owners({ patients: [anna, ben] }), english);
    assert.equal(siblings.name, 'Lopez');
    assert.equal(siblings.patientId, null);
    const patchwork = describeCaller(
      owners({ patients: [anna, patient('c', 'Cem', { familyName: 'Kaya' })] }),
      english,
    );
    assert.equal(patchwork.name, 'Lopez / Kaya');
  });

  test('of two parents on one number nobody can tell which one calls', () => {
    const jose = patient('j', 'José', { birthDate: '1983-01-01' });
    const both = describeCaller(
      {
        ...family,
        patients: [...family.patients, jose],
        guardianships: [...family.guardianships, { guardianId: 'j', patientId: 'b', relation: 'guardian' }],
      },
      english,
    );
    assert.equal(both.patientId, null);
    assert.equal(both.name, 'Lopez');
    assert.equal(both.people[0]?.relation, 'guardian of Ben');
  });

  test('the language is the guardian’s, else the one all share, else unknown', () => {
    const table: [KnownPatient[], 'en' | 'de' | null][] = [
      [[anna, patient('x', 'Xenia', { language: 'de' })], null],
      [[anna, ben], 'en'],
      [[patient('x', 'Xenia', { language: null })], null],
    ];
    for (const [patients, language] of table)
      assert.equal(describeCaller(owners({ patients }), english).language, language);
    const guardianSpeaksGerman = { ...family, patients: [anna, ben, { ...maria, language: 'de' as const }] };
    assert.equal(describeCaller(guardianSpeaksGerman, english).language, 'de');
  });

  test('the next appointment is the soonest of the family, with the name of whose it is', () => {
    const caller = describeCaller(
      {
        ...family,
        appointments: [
          at('2026-11-20T09:00:00Z', 'stranger'),
          at('2026-11-21T09:00:00Z', 'a'),
          at('2026-11-22T09:00:00Z', 'm'),
        ],
      },
      english,
    );
    assert.deepEqual(caller.nextAppointment, {
      startsAt: '2026-11-21T09:00:00Z',
      reason: 'Check-up',
      practitioner: 'Dr. Hall',
      patientName: 'Anna Lopez',
    });
  });

  test('a lead, the newest of several; a patient goes before a lead', () => {
    const leads = [
      { id: 'l2', name: 'Kim', language: null },
      { id: 'l1', name: 'Lee', language: 'en' as const },
    ];
    const lead = describeCaller(owners({ leads }), english);
    assert.deepEqual([lead.kind, lead.name, lead.leadId, lead.balance], ['lead', 'Kim', 'l2', null]);
    assert.equal(lead.people.length, 2);
    const both = describeCaller(owners({ leads, patients: [ben] }), english);
    assert.deepEqual([both.kind, both.leadId], ['patient', null]);
  });

  test('whatever is known, the answer fits the contract', () => {
    const anyPatient = fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      givenName: fc.string(),
      familyName: fc.constantFrom('A', 'B'),
      birthDate: fc.constantFrom(null, '2010-01-01', '1980-12-31'),
      language: fc.constantFrom(null, 'en' as const, 'de' as const),
      balanceCents: fc.integer({ min: -1e6, max: 1e6 }),
      vip: fc.boolean(),
    });
    const anyGuardianship = fc.record({
      guardianId: fc.constantFrom('1', '2', '3', '4'),
      patientId: fc.constantFrom('1', '2', '3', '4'),
      relation: fc.constantFrom('mother' as const, 'father' as const, 'guardian' as const),
    });
    const patients = fc.uniqueArray(anyPatient, { selector: ({ id }) => id, maxLength: 4 });
    fc.assert(
      fc.property(patients, fc.array(anyGuardianship), (found, guardianships) => {
        const caller = describeCaller(owners({ patients: found, guardianships }), english);
        callerViewSchema.parse(caller);
        assert.equal(caller.people.length, found.length);
        assert.ok(caller.patientId === null || found.some(({ id }) => id === caller.patientId));
      }),
    );
  });
});

test('relationWords keeps different relations apart', () => {
  const wards = [
    { relation: 'mother', givenName: 'Anna' },
    { relation: 'guardian', givenName: 'Cem' },
    { relation: 'mother', givenName: 'Ben' },
  ] as const;
  assert.equal(relationWords(wards, 'en'), 'mother of Anna and Ben, guardian of Cem');
  assert.equal(relationWords(wards, 'de'), 'Mutter von Anna und Ben, sorgeberechtigt für Cem');
  assert.equal(relationWords([], 'en'), null);
});

test('lookupNumber takes E.164 and nothing else', () => {
  const table: [string, string | null][] = [
    ['+13125550101', '+13125550101'],
    [' +493023125001 ', '+493023125001'],
    ['anonymous', null],
    ['', null],
    ['+266696687', null],
    ['+7378742833', null],
    ['3125550101', null],
    ['+03125550101', null],
    ['sip:desk@clinic.example', null],
    ['client:staff-1', null],
    ["+1312'; DROP TABLE patients", null],
    [`+${'1'.repeat(16)}`, null],
  ];
  for (const [from, number] of table) assert.equal(lookupNumber(from), number, from);
});
