import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { openingAt } from './opening.ts';
import type { BusinessHours, HolidaySettings } from './opening.ts';

const weekdays: BusinessHours = {
  '1': [['08:00', '18:00']],
  '2': [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
  '5': [['22:00', '02:00']],
};

const told = (hours: BusinessHours, holidays: HolidaySettings, zone: string, local: string): string => {
  const now = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  const opening = openingAt(hours, holidays, zone, now);
  return opening.open ? 'open' : opening.reason === 'holiday' ? opening.holiday : 'after-hours';
};

describe('business hours', () => {
  const cases: [title: string, local: string, expected: string][] = [
    ['a minute before opening', '2026-11-16T07:59:59', 'after-hours'],
    ['at the minute of opening', '2026-11-16T08:00', 'open'],
    ['the last second', '2026-11-16T17:59:59', 'open'],
    ['at the minute of closing', '2026-11-16T18:00', 'after-hours'],
    ['the lunch break', '2026-11-17T13:00', 'after-hours'],
    ['after the lunch break', '2026-11-17T14:00', 'open'],
    ['a day without hours', '2026-11-18T10:00', 'after-hours'],
    ['the evening of a span past midnight', '2026-11-20T23:00', 'open'],
    ['its part after midnight, on a day without hours', '2026-11-21T01:59', 'open'],
    ['its end', '2026-11-21T02:00', 'after-hours'],
    ['the early morning of the same weekday', '2026-11-20T01:00', 'after-hours'],
  ];
  for (const [title, local, expected] of cases) {
    test(title, () => {
      for (const zone of ['America/Chicago', 'Europe/Berlin', 'Asia/Kathmandu'])
        assert.equal(told(weekdays, {}, zone, local), expected, zone);
    });
  }

  test('the same instant is open in one zone and closed in another', () => {
    const now = Temporal.Instant.from('2026-11-16T16:30:00Z');
    assert.deepEqual(openingAt(weekdays, {}, 'America/Chicago', now), { open: true });
    assert.deepEqual(openingAt(weekdays, {}, 'Asia/Tokyo', now), { open: false, reason: 'after-hours' });
  });

  test('no hours at all means always open; a weekday with an empty list is closed', () => {
    assert.equal(told({}, {}, 'Europe/Berlin', '2026-11-22T03:00'), 'open');
    assert.equal(told({ '7': [] }, {}, 'Europe/Berlin', '2026-11-22T12:00'), 'after-hours');
  });

  test('a span from midnight to midnight is the whole day and no more', () => {
    const sunday: BusinessHours = { '7': [['00:00', '00:00']] };
    assert.equal(told(sunday, {}, 'Europe/Berlin', '2026-11-22T00:00'), 'open');
    assert.equal(told(sunday, {}, 'Europe/Berlin', '2026-11-22T23:59'), 'open');
    assert.equal(told(sunday, {}, 'Europe/Berlin', '2026-11-23T00:00'), 'after-hours');
  });
});

describe('days with 23 and 25 hours', () => {
  const night: BusinessHours = { '7': [['01:00', '04:00']], '6': [['22:00', '03:30']] };

  test('opening and closing follow the clock on the wall, not hours counted', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
    const at = (instant: string) =>
      openingAt({ '7': [['03:30', '04:00']] }, {}, 'Europe/Berlin', Temporal.Instant.from(instant)).open;
    assert.equal(at('2026-03-29T01:29:00Z'), false, '03:29 summer time');
    assert.equal(at('2026-03-29T01:30:00Z'), true, '03:30 summer time');
    assert.equal(at('2026-10-25T01:30:00Z'), false, '02:30 the second time');
    assert.equal(at('2026-10-25T02:30:00Z'), true, '03:30 winter time');
  });

  test('a span past midnight ends by the wall clock on the night of the change', () => {
    const at = (instant: string) =>
      openingAt(night, {}, 'America/Chicago', Temporal.Instant.from(instant)).open;
    // Chicago, 8 March 2026: 02:00 becomes 03:00. Saturday's shift runs until 03:30, Sunday's opens from 01:00.
    assert.equal(at('2026-03-08T06:30:00Z'), true, '00:30, Saturday’s shift');
    assert.equal(at('2026-03-08T08:59:00Z'), true, '03:59');
    assert.equal(at('2026-03-08T09:00:00Z'), false, '04:00');
  });
});

describe('holidays', () => {
  const always: BusinessHours = {};
  const cases: [title: string, holidays: HolidaySettings, zone: string, local: string, expected: string][] = [
    ['of the country', { country: 'US' }, 'America/Chicago', '2026-11-26T10:00', 'Thanksgiving Day'],
    ['the day after', { country: 'US' }, 'America/Chicago', '2026-11-27T10:00', 'open'],
    [
      'of the state',
      { country: 'DE', state: 'BY' },
      'Europe/Berlin',
      '2026-01-06T10:00',
      'Heilige Drei Könige',
    ],
    ['not of another state', { country: 'DE', state: 'BE' }, 'Europe/Berlin', '2026-01-06T10:00', 'open'],
    [
      'of a state only',
      { country: 'DE', state: 'BE' },
      'Europe/Berlin',
      '2026-03-08T10:00',
      'Internationaler Frauentag',
    ],
    ['movable', { country: 'DE' }, 'Europe/Berlin', '2026-04-06T10:00', 'Ostermontag'],
    ['of observance only: no closing', { country: 'US' }, 'America/Chicago', '2026-02-14T10:00', 'open'],
    [
      'on which the clinic works',
      { country: 'US', except: ['2026-11-26'] },
      'America/Chicago',
      '2026-11-26T10:00',
      'open',
    ],
    [
      'of the clinic’s own',
      { extra: [{ date: '2026-11-23', name: 'Training' }] },
      'America/Chicago',
      '2026-11-23T10:00',
      'Training',
    ],
    ['no country: no calendar', {}, 'America/Chicago', '2026-12-25T10:00', 'open'],
    ['of a country that does not exist', { country: 'XX' }, 'America/Chicago', '2026-12-25T10:00', 'open'],
  ];
  for (const [title, holidays, zone, local, expected] of cases)
    test(title, () => assert.equal(told(always, holidays, zone, local), expected));

  test('begin and end at the clinic’s own midnight', () => {
    assert.equal(told(always, { country: 'US' }, 'America/Chicago', '2026-12-24T23:59:59'), 'open');
    assert.equal(told(always, { country: 'US' }, 'America/Chicago', '2026-12-25T00:00'), 'Christmas Day');
    assert.equal(told(always, { country: 'US' }, 'America/Chicago', '2026-12-25T23:59:59'), 'Christmas Day');
    assert.equal(told(always, { country: 'US' }, 'America/Chicago', '2026-12-26T00:00'), 'open');
  });

  test('an evening shift that began before the holiday is worked to its end', () => {
    const thursday: BusinessHours = { '4': [['20:00', '02:00']] };
    const friday: HolidaySettings = { extra: [{ date: '2026-12-25', name: 'Christmas' }] };
    assert.equal(told(thursday, friday, 'America/Chicago', '2026-12-25T01:00'), 'open');
    assert.equal(told(thursday, friday, 'America/Chicago', '2026-12-25T02:00'), 'Christmas');
    const thursdayOff: HolidaySettings = { extra: [{ date: '2026-12-24', name: 'Christmas Eve' }] };
    assert.equal(told(thursday, thursdayOff, 'America/Chicago', '2026-12-25T01:00'), 'after-hours');
  });
});

test('property: open exactly when the wall clock stands in a span of the day', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const clockText = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(minutes, minutes, minutes, fc.integer({ min: 0, max: 400 }), (from, to, at, day) => {
      fc.pre(from < to);
      const date = Temporal.PlainDate.from('2026-01-01').add({ days: day });
      const time = Temporal.PlainTime.from(clockText(at));
      const zoned = date.toZonedDateTime({ timeZone: 'America/Chicago', plainTime: time });
      // The hour that a spring night leaves out does not exist on the wall.
      fc.pre(zoned.toPlainTime().equals(time));
      const hours: BusinessHours = {
        [String(date.dayOfWeek)]: [[clockText(from), clockText(to)]],
      };
      const opening = openingAt(hours, {}, 'America/Chicago', zoned.toInstant());
      assert.equal(opening.open, at >= from && at < to);
    }),
    { numRuns: 300 },
  );
});
