import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dirtyCells, type Expected } from '../../test/fixtures/csv-dirt.ts';
import { readRow, type Reading } from './rules/read-row.ts';
import type { Field } from './rules/columns.ts';

const reading = (mapping: Field[], change: Partial<Reading> = {}): Reading => ({
  mapping,
  country: 'US',
  dateOrder: null,
  decimalComma: false,
  today: Temporal.PlainDate.from('2026-11-21'),
  patientNumberSystem: 'practice',
  ...change,
});
/** What one dirty cell comes to, beside a good family name. */
const readCell = (field: Field, cell: string, change: Partial<Reading> = {}): Expected => {
  const isName = field === 'familyName' || field === 'fullName';
  const { draft, faults } = isName
    ? readRow([cell], reading([field], change))
    : readRow(['Good', cell], reading(['familyName', field], change));
  if (faults[0]) return { refused: faults[0].code };
  switch (field) {
    case 'familyName':
      return draft.familyName;
    case 'fullName':
      return [draft.title, draft.givenName, draft.familyName].filter((part) => part !== null).join('|');
    case 'birthDate':
      return draft.birthDate;
    case 'mobile':
      return draft.numbers.length === 0 ? null : draft.numbers.map(({ number }) => number).join(' ');
    case 'email':
      return draft.email;
    case 'balance':
      return draft.balanceCents;
    case 'language':
      return draft.language;
    case 'gender':
      return draft.gender;
    case 'country':
      return draft.country;
    case 'patientNumber':
      return draft.externalIds[0]?.value ?? null;
    case 'tags':
      return draft.tags.join('|');
    default:
      return draft.note;
  }
};

test(`${dirtyCells.length} kinds of dirt in a cell: each is read, left out, or refused with its reason`, async (t) => {
  assert.ok(dirtyCells.length >= 200);
  for (const [field, cell, expected, change] of dirtyCells) {
    await t.test(
      `${field}: ${JSON.stringify(cell.slice(0, 40))} ${change ? Object.values(change).join(' ') : ''}`,
      () => assert.deepEqual(readCell(field, cell, change), expected),
    );
  }
});

test('a separator inside an unquoted text moves the cells: such a row is refused, not read askew', () => {
  const { faults } = readRow(
    ['Meier', 'Anna', '1980-01-01', 'Apt 3'],
    reading(['familyName', 'givenName', 'birthDate']),
  );
  assert.deepEqual(faults, [{ code: 'column-count', field: null }]);
});

test('every fault of a row is told, not only the first', () => {
  const { faults } = readRow(
    ['', '31.31.1980', '12', 'x@'],
    reading(['familyName', 'birthDate', 'mobile', 'email']),
  );
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['name-missing', 'birth-date-wrong', 'number-impossible', 'email-wrong'],
  );
});
