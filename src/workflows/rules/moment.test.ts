import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from './instant-of.ts';
import { momentSchema } from './moment.ts';
import { appointmentAt, at, subjectOf } from './subject-on-trial.ts';

type Input = Parameters<typeof momentSchema.parse>[0];
const local = (
  moment: Input,
  appointment: string | null,
  from: string,
  birthDate?: string,
): string | null => {
  const subject = subjectOf(
    appointment === null ? null : appointmentAt(appointment),
    birthDate === undefined ? {} : { birthDate },
  );
  const found = instantOf(momentSchema.parse(moment), subject, at(from));
  return (
    found?.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null
  );
};

const before = (span: object, time?: string) => ({
  until: 'before-appointment',
  span,
  ...(time === undefined ? {} : { at: time }),
});
const later = (span: object, time?: string) => ({ ...before(span, time), until: 'later' });

test('days are days of the calendar, hours are hours, also when the clocks change', () => {
  // The clocks go forward in the night to 29 March 2026.
  assert.equal(local(before({ days: 1 }), '2026-03-29T09:00', '2026-03-01T09:00'), '2026-03-28T09:00');
  assert.equal(local(before({ hours: 24 }), '2026-03-29T09:00', '2026-03-01T09:00'), '2026-03-28T08:00');
  assert.equal(local(before({ hours: 48 }), '2026-10-26T09:00', '2026-10-01T09:00'), '2026-10-24T10:00');
  assert.equal(local(later({ days: 1 }), null, '2026-03-28T15:00'), '2026-03-29T15:00');
  assert.equal(local(later({ hours: 24 }), null, '2026-03-28T15:00'), '2026-03-29T16:00');
  // 02:30 does not exist on that day.
  assert.equal(local(later({ days: 1 }), null, '2026-03-28T02:30'), '2026-03-29T03:30');
});

test('a time of day is that of the day meant, never an earlier one', () => {
  assert.equal(
    local(before({ days: 1 }, '10:00'), '2026-06-03T08:15', '2026-06-01T08:00'),
    '2026-06-02T10:00',
  );
  assert.equal(local(later({ days: 2 }, '09:00'), null, '2026-06-01T15:00'), '2026-06-04T09:00');
  assert.equal(local(later({ days: 2 }, '09:00'), null, '2026-06-01T08:00'), '2026-06-03T09:00');
  assert.equal(local({ until: 'time-of-day', at: '09:00' }, null, '2026-06-01T09:01'), '2026-06-02T09:00');
  assert.equal(
    local({ until: 'morning-of-appointment' }, '2026-06-03T16:15', '2026-06-01T08:00'),
    '2026-06-03T08:00',
  );
  assert.equal(
    local({ until: 'after-appointment', span: { hours: 2 } }, '2026-06-03T16:15', '2026-06-01T08:00'),
    '2026-06-03T18:45',
  );
});

test('a business day is one on which the clinic opens', () => {
  const next = { until: 'business-day', at: '09:00' };
  assert.equal(local(next, null, '2026-06-05T12:00'), '2026-06-08T09:00');
  // Labour Day 2026 is a Friday; 3 October is a Saturday.
  assert.equal(local(next, null, '2026-04-30T08:00'), '2026-05-04T09:00');
  assert.equal(local({ ...next, count: 3 }, null, '2026-06-05T12:00'), '2026-06-10T09:00');
});

test('birthdays: the next one, on 29 February the day before in other years', () => {
  const birthday = { until: 'birthday', at: '09:00' };
  assert.equal(local(birthday, null, '2026-03-09T08:00'), '2026-03-09T09:00');
  assert.equal(local(birthday, null, '2026-03-09T10:00'), '2027-03-09T09:00');
  assert.equal(local(birthday, null, '2026-06-01T10:00', '2016-02-29'), '2027-02-28T09:00');
  assert.equal(local(birthday, null, '2027-06-01T10:00', '2016-02-29'), '2028-02-29T09:00');
  assert.equal(
    local({ ...birthday, daysBefore: 7 }, null, '2026-12-28T10:00', '1990-01-03'),
    '2027-12-27T09:00',
  );
});

test('what hangs on something that is missing is no time', () => {
  assert.equal(local(before({ days: 1 }), null, '2026-06-01T08:00'), null);
});
