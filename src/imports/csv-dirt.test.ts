import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow, type Reading } from './rules/read-row.ts';
import type { Field } from './rules/columns.ts';
import type { Refusal } from './rules/reasons.ts';

const reading = (mapping: Field[], change: Partial<Reading> = {}): Reading => ({
  mapping,
  country: 'US',
  dateOrder: null,
  decimalComma: false,
  today: Temporal.PlainDate.from('2026-11-21'),
  patientNumberSystem: 'practice',
  ...change,
});
const german: Partial<Reading> = { country: 'DE', decimalComma: true };

type Expected = string | number | null | { refused: Refusal };

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

const wrongDate = { refused: 'birth-date-wrong' } as const;
const unclear = { refused: 'birth-date-ambiguous' } as const;
const future = { refused: 'birth-date-future' } as const;
const noNumber = { refused: 'number-impossible' } as const;
const rounded = { refused: 'number-rounded' } as const;
const noMail = { refused: 'email-wrong' } as const;
const noName = { refused: 'name-missing' } as const;
const formula = { refused: 'name-formula' } as const;
const garbled = { refused: 'name-garbled' } as const;
const noAmount = { refused: 'amount-wrong' } as const;

const dates: [string, Expected, Partial<Reading>?][] = [
  ['1980-03-14', '1980-03-14'],
  ['1980/3/4', '1980-03-04'],
  ['1980.03.14', '1980-03-14'],
  ['19800314', '1980-03-14'],
  ['1980-03-14T00:00:00Z', '1980-03-14'],
  ['1980-03-14T00:00:00.000+01:00', '1980-03-14'],
  ['1980-03-14 00:00', '1980-03-14'],
  ['3/14/1980 12:00:00 AM', '1980-03-14'],
  ['14.03.1980', '1980-03-14'],
  ['4.3.1980', '1980-03-04'],
  ['14. 3. 1980', '1980-03-14'],
  ['14.03.80', '1980-03-14'],
  ['14.03.12', '2012-03-14'],
  ['3/14/1980', '1980-03-14'],
  ['14/3/1980', '1980-03-14'],
  ['03/04/1980', unclear],
  ['03/04/1980', '1980-04-03', { dateOrder: 'dmy' }],
  ['03/04/1980', '1980-03-04', { dateOrder: 'mdy' }],
  ['05/05/1980', '1980-05-05'],
  ['3-14-1980', '1980-03-14'],
  ['14-03-1980', '1980-03-14'],
  ['14 Mar 1980', '1980-03-14'],
  ['14-Mar-80', '1980-03-14'],
  ['March 14, 1980', '1980-03-14'],
  ['Mar 14 1980', '1980-03-14'],
  ['14th March 1980', '1980-03-14'],
  ['14. März 1980', '1980-03-14'],
  ['14. Maerz 1980', '1980-03-14'],
  ['1. Jänner 1980', '1980-01-01'],
  ['14 Dez. 1980', '1980-12-14'],
  ['Freitag, 14. März 1980', '1980-03-14'],
  ['Fri, 14 Mar 1980', '1980-03-14'],
  ['29294', '1980-03-14'],
  ["'1980-03-14", '1980-03-14'],
  ['  1980-03-14 ', '1980-03-14'],
  ['1980\u201103\u201114', wrongDate],
  ['31.02.1980', wrongDate],
  ['29.02.1980', '1980-02-29'],
  ['29.02.1981', wrongDate],
  ['1980-13-01', wrongDate],
  ['32/01/1980', wrongDate],
  ['1.1.1850', wrongDate],
  ['1.1.2030', future],
  ['2026-11-22', future],
  ['2026-11-21', '2026-11-21'],
  ['yesterday', wrongDate],
  ['14 Foo 1980', wrongDate],
  ['1980', wrongDate],
  ['00.00.0000', null],
  ['0000-00-00', null],
  ['unknown', null],
  ['k.A.', null],
  ['n/a', null],
  ['-', null],
  ['', null],
  ['########', wrongDate],
];

const numbers: [string, Expected, Partial<Reading>?][] = [
  ['(312) 555-0142', '+13125550142'],
  ['312.555.0142', '+13125550142'],
  ['312-555-0142', '+13125550142'],
  ['3125550142', '+13125550142'],
  ['1 312 555 0142', '+13125550142'],
  ['+1 (312) 555-0142', '+13125550142'],
  ['001 312 555 0142', '+13125550142'],
  ['tel:+13125550142', '+13125550142'],
  ['Tel.: 312 555 0142', '+13125550142'],
  ['Mobile: 312 555 0142', '+13125550142'],
  ['312 555 0142 (mother)', '+13125550142'],
  ['312 555 0142 x12', '+13125550142'],
  ['312 555 0142 ext. 12', '+13125550142'],
  ['3125550142.0', '+13125550142'],
  ["'+13125550142", '+13125550142'],
  ["'3125550142", '+13125550142'],
  ['312\u00a0555\u00a00142', '+13125550142'],
  ['312\u2011555\u20110142', '+13125550142'],
  ['\u202d312 555 0142\u202c', '+13125550142'],
  ['３１２５５５０１４２', '+13125550142'],
  ['555-767-7476', '+15557677476'],
  ['312 555 0142; 312 555 0143', '+13125550142 +13125550143'],
  ['312 555 0142, 312 555 0143', '+13125550142 +13125550143'],
  ['312 555 0142 or 312 555 0143', '+13125550142 +13125550143'],
  ['312 555 0142 / 312 555 0143', '+13125550142 +13125550143'],
  ['312 555 0142 | 312 555 0142', '+13125550142'],
  ['0049 171 2345678', '+491712345678'],
  ['+49 (0) 171 2345678', '+491712345678'],
  ['0171 2345678', '+491712345678', german],
  ['0171/2345678', '+491712345678', german],
  ['030/1234567', '+49301234567', german],
  ['(030) 123 45 67', '+49301234567', german],
  ['030 - 1234567', '+49301234567', german],
  ['+49171 2345678', '+491712345678', german],
  ['0049 (0)171-2345678', '+491712345678', german],
  ['Handy 0171 2345678', '+491712345678', german],
  ['0171 2345678 (Mutter)', '+491712345678', german],
  ['0171 2345678 oder 030 1234567', '+491712345678 +49301234567', german],
  ['0171 2345678 / 030 1234567', '+491712345678 +49301234567', german],
  ['+43 660 1234567', '+436601234567', german],
  ['4.91712E+11', rounded],
  ['4,91712E+11', rounded, german],
  ['12', noNumber],
  ['555-0142', noNumber],
  ['0171 2345678', noNumber],
  ['call the office', noNumber],
  ['312 555 0142 312 555 0143 999', noNumber],
  ['+999 123456789', noNumber],
  ['=1+1', noNumber],
  ['keine', null],
  ['none', null],
  ['?', null],
];

const familyNames: [string, Expected][] = [
  ['Müller', 'Müller'],
  ['MÃ¼ller', 'Müller'],
  ['Ã–ztÃ¼rk', 'Öztürk'],
  ['Mu\u0308ller', 'Müller'],
  ['  O’Connor  ', 'O’Connor'],
  ['von\u00a0der  Heide', 'von der Heide'],
  ['Null', 'Null'],
  ['Smith\u200b', 'Smith'],
  ['\ufeffSmith', 'Smith'],
  ['Smith\u0000', 'Smith'],
  ['李', '李'],
  ['Nguyễn', 'Nguyễn'],
  ['Dr. Meier', 'Meier'],
  ['Frau Meier', 'Meier'],
  ['', noName],
  ['-', noName],
  ['n/a', 'n/a'],
  ['?', noName],
  ['12345', noName],
  ['=1+1', formula],
  ['=cmd|"/C calc"!A0', formula],
  ['@SUM(A1)', formula],
  ['+1+cmd|calc', formula],
  ['-2+3+cmd|calc', formula],
  ["'=HYPERLINK(1)", formula],
  ['\t=1+1', formula],
  ['M\ufffdller', garbled],
  ['M?ller', garbled],
  ['x'.repeat(300), noName],
];

const fullNames: [string, Expected][] = [
  ['Meier, Anna', 'Anna|Meier'],
  ['Anna Meier', 'Anna|Meier'],
  ['Anna Maria Meier', 'Anna Maria|Meier'],
  ['Dr. Anna Meier', 'Dr.|Anna|Meier'],
  ['Prof. Dr. med. Anna Meier', 'Prof. Dr. med.|Anna|Meier'],
  ['Meier, Dr. Anna', 'Dr.|Anna|Meier'],
  ['Frau Anna Meier', 'Anna|Meier'],
  ['Mr. John Smith', 'John|Smith'],
  ['John Smith Jr.', 'John|Smith Jr.'],
  ['Smith, Jr., John', 'John|Smith Jr.'],
  ['John Smith, MD', 'John|Smith MD'],
  ['Karl von der Heide', 'Karl|von der Heide'],
  ['Ludwig van Beethoven', 'Ludwig|van Beethoven'],
  ['María de la Cruz', 'María|de la Cruz'],
  ['Cher', '|Cher'],
  ['Meier,Anna', 'Anna|Meier'],
  ['Meier , Anna', 'Anna|Meier'],
];

const emails: [string, Expected][] = [
  ['anna@example.org', 'anna@example.org'],
  [' anna@EXAMPLE.org ', 'anna@example.org'],
  ['mailto:anna@example.org', 'anna@example.org'],
  ['Anna Meier <anna@example.org>', 'anna@example.org'],
  ['anna@example.org; ben@example.org', 'anna@example.org'],
  ['anna+desk@example.co.uk', 'anna+desk@example.co.uk'],
  ['anna@example', noMail],
  ['anna.example.org', noMail],
  ['anna@@example.org', noMail],
  ['anna@example..org', noMail],
  ['anna @example.org', noMail],
  ['@example.org', noMail],
  ['=anna', noMail],
  ['unbekannt', null],
];

const amounts: [string, Expected, Partial<Reading>?][] = [
  ['12', 1200],
  ['12.50', 1250],
  ['$1,234.56', 123_456],
  ['1.234,56 €', 123_456],
  ['1,234', 123_400],
  ['1,234', 123, german],
  ['1.234', 123_400, german],
  ['(12.00)', -1200],
  ['-12', -1200],
  ['12-', -1200],
  ["1'234.50 CHF", 123_450],
  ['EUR 12,5', 1250, german],
  ['0', 0],
  ['twelve', noAmount],
  ['99999999999', noAmount],
  ['', null],
];

const words: [Field, string, Expected][] = [
  ['language', 'Deutsch', 'de'],
  ['language', 'de-AT', 'de'],
  ['language', 'ENGLISH', 'en'],
  ['language', 'Klingon', null],
  ['gender', 'Frau', 'female'],
  ['gender', 'W', 'female'],
  ['gender', 'm', 'male'],
  ['gender', 'Herr', 'male'],
  ['gender', 'divers', 'other'],
  ['gender', 'yes', null],
  ['country', 'Deutschland', 'DE'],
  ['country', 'Germany', 'DE'],
  ['country', 'us', 'US'],
  ['country', 'Narnia', null],
  ['patientNumber', ' 00123 ', '00123'],
  ['patientNumber', "'00123", '00123'],
  ['tags', 'VIP; braces, ', 'VIP|braces'],
  ['note', '=HYPERLINK("http://evil")', '=HYPERLINK("http://evil")'],
  ['note', 'first\r\nsecond', 'first\nsecond'],
];

const cases: [Field, string, Expected, Partial<Reading>?][] = [
  ...dates.map(
    ([cell, ...rest]) => ['birthDate', cell, ...rest] as [Field, string, Expected, Partial<Reading>?],
  ),
  ...numbers.map(
    ([cell, ...rest]) => ['mobile', cell, ...rest] as [Field, string, Expected, Partial<Reading>?],
  ),
  ...familyNames.map(([cell, expected]): [Field, string, Expected] => ['familyName', cell, expected]),
  ...fullNames.map(([cell, expected]): [Field, string, Expected] => ['fullName', cell, expected]),
  ...emails.map(([cell, expected]): [Field, string, Expected] => ['email', cell, expected]),
  ...amounts.map(
    ([cell, ...rest]) => ['balance', cell, ...rest] as [Field, string, Expected, Partial<Reading>?],
  ),
  ...words,
];

test(`${cases.length} kinds of dirt in a cell: each is read, left out, or refused with its reason`, async (t) => {
  assert.ok(cases.length >= 200);
  for (const [field, cell, expected, change] of cases) {
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
