import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Telephone } from '../desk/desk-state.ts';
import type { Role } from '../wire/handset.ts';
import { groupHandsets } from './group-handsets.ts';

const telephone = (name: string, number: string, role: Role, clinic: string | null): Telephone => ({
  name,
  number,
  role,
  clinic,
  language: null,
  email: null,
  state: 'idle',
  call: null,
  lines: [],
  unread: 0,
  newMails: 0,
  lastCall: null,
});

const all = [
  telephone('+15550000', '+15550000', 'other', null),
  telephone('Dana Hill', '+13125550111', 'staff', 'Lakeside'),
  telephone('Anna Keller', '+13125550101', 'patient', 'Lakeside'),
  telephone('Jörg Müller', '+4930555101', 'lead', 'Spree'),
];

const shape = (search: string) =>
  groupHandsets(all, search).map(({ clinic, roles }) => [
    clinic,
    roles.map(({ role, telephones }) => [role, telephones.map(({ name }) => name)]),
  ]);

test('by clinic, then patients before staff; who belongs nowhere comes last', () => {
  assert.deepEqual(shape(''), [
    [
      'Lakeside',
      [
        ['patient', ['Anna Keller']],
        ['staff', ['Dana Hill']],
      ],
    ],
    ['Spree', [['lead', ['Jörg Müller']]]],
    [null, [['other', ['+15550000']]]],
  ]);
});

test('a search finds names without their accents, clinics, and numbers however they are written', () => {
  assert.deepEqual(shape('muller'), [['Spree', [['lead', ['Jörg Müller']]]]]);
  assert.deepEqual(shape('lake dana'), [['Lakeside', [['staff', ['Dana Hill']]]]]);
  assert.deepEqual(shape('312 555-0101'), [['Lakeside', [['patient', ['Anna Keller']]]]]);
  assert.deepEqual(shape('nobody'), []);
});
