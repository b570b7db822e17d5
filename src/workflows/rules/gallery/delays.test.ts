import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languageSchema } from '../../../clinics/rules/language.ts';
import { rehearse } from '../rehearse.ts';
import { subjectOf, appointmentAt } from '../subject-on-trial.ts';
import { gallery } from './gallery.ts';

/*
 * Every entry from its event to its last step when nobody answers the telephone, over the night in which the clocks go
 * forward: what is said in days keeps its time of day, what is said in hours its length.
 */

const zones = [
  { timeZone: 'America/Chicago', saturday: Temporal.PlainDate.from('2028-03-11') },
  { timeZone: 'Europe/Berlin', saturday: Temporal.PlainDate.from('2028-03-25') },
];

type Expected = {
  /** days from the Saturday, and the time; Saturday 10:00 where it is left out */
  event?: [number, string];
  appointment?: [number, string];
  status?: 'completed' | 'no-show';
  /** `day time step`, day 0 the Saturday */
  deeds: string[];
};

const expected: Record<string, Expected> = {
  'incoming-call-follow-up': { deeds: ['0 10:00 note', '0 10:05 thank-you'] },
  'appointment-reminder-call': {
    event: [-12, '16:00'],
    appointment: [3, '09:30'],
    deeds: ['-4 09:30 first-call', '-4 09:35 sms', '2 09:30 final-call'],
  },
  'post-appointment-call': {
    appointment: [0, '09:30'],
    status: 'completed',
    deeds: ['1 10:00 call', '1 10:05 note', '2 10:05 sms'],
  },
  'missed-appointment': {
    event: [0, '23:30'],
    appointment: [0, '15:00'],
    status: 'no-show',
    deeds: ['1 00:30 call', '1 00:35 sms', '2 00:35 reschedule'],
  },
  'treatment-plan-discussion': { deeds: ['0 10:00 call', '0 10:05 plan-link', '1 10:05 callback'] },
  'emergency-call': { deeds: ['0 10:00 note', '0 10:00 tell-team', '0 10:00 urgent-appointment'] },
  'post-procedure-check-in': { deeds: ['1 10:00 first-call', '1 10:05 note', '4 10:05 second-call'] },
  'payment-reminder': { deeds: ['0 10:00 first-call', '0 10:05 payment-link', '1 10:05 second-call'] },
  'appointment-reminders': {
    event: [-3, '14:00'],
    appointment: [2, '10:00'],
    deeds: [
      '-3 14:00 confirmation-email',
      '-3 14:00 confirmation-sms',
      // 48 hours, one of which the clock leaves out
      '0 09:00 reminder',
      '2 08:00 morning-sms',
    ],
  },
  'new-patient-welcome': {
    appointment: [4, '10:00'],
    deeds: ['0 10:00 welcome', '1 10:00 intake-reminder', '1 10:00 what-to-expect'],
  },
  'post-bonding-care': { deeds: ['0 10:00 welcome', '3 10:00 care-tips', '7 10:00 check-in'] },
  recall: { deeds: ['0 10:00 invitation', '7 10:00 second-invitation'] },
  'missed-call': { event: [0, '23:50'], deeds: ['0 23:55 sorry', '1 01:55 callback'] },
  birthday: { event: [1, '00:30'], deeds: ['1 10:00 greeting'] },
};

test('every entry is expected', () => {
  assert.deepEqual(gallery.map(({ key }) => key).toSorted(), Object.keys(expected).toSorted());
});

for (const { timeZone, saturday } of zones)
  describe(`in ${timeZone}`, () => {
    const at = ([days, time]: [number, string]): Temporal.Instant =>
      saturday
        .add({ days })
        .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
        .toInstant();
    const told = (instant: Temporal.Instant): string => {
      const local = instant.toZonedDateTimeISO(timeZone);
      const days = saturday.until(local.toPlainDate(), { largestUnit: 'days' }).days;
      return `${days} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
    };

    test('the clocks change in the night after the Saturday', () => {
      const noon = at([0, '12:00']).until(at([1, '12:00']));
      assert.equal(noon.total('hours'), 23);
    });

    for (const { key, definition } of gallery)
      test(key, () => {
        const { event = [0, '10:00'], appointment, status = 'booked', deeds } = expected[key]!;
        const base = subjectOf(appointment === undefined ? null : appointmentAt('2028-01-01T10:00', status));
        const startsAt = appointment && at(appointment);
        const subject = {
          ...base,
          clinic: { ...base.clinic, timeZone },
          appointment:
            base.appointment && startsAt
              ? { ...base.appointment, startsAt, endsAt: startsAt.add({ minutes: 30 }) }
              : null,
        };
        const start = at(event);
        for (const language of languageSchema.options) {
          const done = rehearse(
            definition[language],
            subject,
            start,
            start.add({ hours: 24 * 40 }),
            'no-answer',
          );
          assert.deepEqual(
            done.map((deed) => `${told(deed.at)} ${deed.effect.step}`),
            deeds,
          );
        }
      });
  });
