import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { datesIn } from './dates-in.ts';
import { readPhoneNumber } from './read-phone-number.ts';
import { readSearch } from './read-search.ts';

suite('readSearch', () => {
  test('tells names, dates, numbers and patient numbers apart', () => {
    const table: [string, string, Partial<ReturnType<typeof readSearch>>][] = [
      ['Müller', 'DE', { words: ['Müller'], dates: [], digits: null, number: null }],
      ["von Arnim, Gisela O'Connor", 'DE', { words: ['von', 'Arnim', 'Gisela', 'O', 'Connor'] }],
      ['anna 2.7.2014', 'DE', { words: ['anna'], dates: ['2014-07-02'], digits: null }],
      ['7/2/2014', 'US', { dates: ['2014-07-02', '2014-02-07'], words: [] }],
      ['7/2/2014', 'DE', { dates: ['2014-02-07', '2014-07-02'] }],
      ['2014-07-02 bennett', 'US', { dates: ['2014-07-02'], words: ['bennett'] }],
      ['12. März 1985', 'DE', { dates: ['1985-03-12'], words: [] }],
      ['March 12, 1985', 'US', { dates: ['1985-03-12'], words: [] }],
      ['030 23125021', 'DE', { number: '+493023125021' }],
      ['+49 (30) 231-25021', 'US', { number: '+493023125021' }],
      ['(312) 555-0121', 'US', { number: '+13125550121', words: [] }],
      ['0121', 'US', { digits: '121', number: null }],
      ['P-1042', 'DE', { identifier: 'P-1042', words: [] }],
      ['', 'DE', { words: [], dates: [], digits: null, number: null }],
    ];
    for (const [text, country, expected] of table) {
      const read = readSearch(text, country);
      for (const [name, value] of Object.entries(expected))
        assert.deepEqual(read[name as keyof typeof read], value, `${text}: ${name}`);
    }
  });

  test('takes any text without a fault, and never more than a few words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.constantFrom('DE', 'US', 'XX'),
        (text, country) => {
          const read = readSearch(text, country);
          assert.ok(read.words.length <= 5);
          for (const date of read.dates) Temporal.PlainDate.from(date);
        },
      ),
    );
  });

  test('reads every date in the ways people write it', () => {
    const day = fc
      .integer({ min: 0, max: 80_000 })
      .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }));
    fc.assert(
      fc.property(day, (date) => {
        const { year, month, day: number } = date;
        const ways = [
          `${number}.${month}.${year}`,
          `${month}/${number}/${year}`,
          date.toString(),
          `${number}-${month}-${year}`,
        ];
        for (const way of ways) assert.ok(datesIn(way, 'US').dates.includes(date.toString()), way);
        assert.equal(datesIn(`anna ${ways[0]} lopez`, 'DE').dates[0], date.toString());
      }),
    );
  });
});

suite('readPhoneNumber', () => {
  test('reads national form by country, and keeps what is international', () => {
    const table: [string, string, string | null][] = [
      ['030 23125-021', 'DE', '+493023125021'],
      ['0049 30 23125021', 'DE', '+493023125021'],
      ['+1 (312) 555-0121', 'DE', '+13125550121'],
      ['312.555.0121', 'US', '+13125550121'],
      ['011 49 30 23125021', 'US', '+493023125021'],
      ['1 312 555 0121', 'US', '+13125550121'],
      ['12', 'US', null],
      ['call me', 'US', null],
      ['+49', 'DE', null],
      ['312 555 0121 ext. 12', 'US', null],
      ['3125550121312555012131255', 'US', null],
    ];
    for (const [typed, country, number] of table) {
      const read = readPhoneNumber(typed, country);
      assert.equal(read.ok ? read.number : null, number, typed);
    }
  });

  test('whatever is typed, the answer is E.164 or a reason; what was read reads the same again', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()./-]{0,25}$/));
    fc.assert(
      fc.property(typed, fc.constantFrom('DE', 'US', 'XX'), (text, country) => {
        const read = readPhoneNumber(text, country);
        if (!read.ok) return;
        assert.match(read.number, /^\+[1-9][0-9]{4,14}$/);
        assert.deepEqual(readPhoneNumber(read.number, 'FR'), read);
      }),
    );
  });
});
