import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { Reentry } from './definition.ts';
import { entryKey, type Entries } from './entry.ts';

const berlin = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant();
const event: RecordedEvent = {
  id: 'e1',
  kind: 'PATIENT_CREATED',
  source: 'frontdesk',
  externalId: 'e1',
  occurredAt: berlin('2026-10-20T12:00'),
  patientId: 'p1',
  leadId: null,
  appointmentId: null,
  callId: null,
  payload: { enteredBy: 'staff' },
};
const keyOf = (reentry: Reentry, earlier?: Entries, now = '2026-10-26T12:00'): string | null =>
  entryKey(reentry, event, earlier, 'Europe/Berlin', berlin(now));

test('the key says how often somebody may come in', () => {
  assert.equal(keyOf({ rule: 'always' }), 'event:e1');
  assert.equal(keyOf({ rule: 'never' }), 'patient:p1');
  assert.equal(keyOf({ rule: 'once-per-appointment' }), null, 'an event of no appointment');
  assert.equal(keyOf({ rule: 'after-days', days: 7 }), 'patient:p1:0');
});

test('a call that is told again as an emergency comes in once', () => {
  const call = { ...event, kind: 'INCOMING_CALL', patientId: null, callId: 'c1' } as const;
  const payload = { fromNumber: 'anonymous', toNumber: '+4930', caller: 'unknown', language: 'de' } as const;
  for (const reentry of [{ rule: 'always' }, { rule: 'never' }, { rule: 'after-days', days: 1 }] as const) {
    const [first, again] = [
      { ...call, payload: { ...payload, emergency: false } },
      { ...call, id: 'e2', payload: { ...payload, emergency: true } },
    ].map((one) => entryKey(reentry, one, undefined, 'Europe/Berlin', berlin('2026-10-26T12:00')));
    assert.equal(first, again, reentry.rule);
  }
});

test('days until somebody may come in again are days of the calendar, across both changes of the clocks', () => {
  const week: Reentry = { rule: 'after-days', days: 7 };
  // From the 24th to the 31st of October are 169 hours, from the 27th of March to the 3rd of April 167.
  const autumn = { count: 3, last: berlin('2026-10-24T12:00') };
  assert.equal(keyOf(week, autumn, '2026-10-31T11:59'), null);
  assert.equal(keyOf(week, autumn, '2026-10-31T12:00'), 'patient:p1:3');
  const spring = { count: 1, last: berlin('2027-03-27T12:00') };
  assert.equal(keyOf(week, spring, '2027-04-03T11:59'), null);
  assert.equal(keyOf(week, spring, '2027-04-03T12:00'), 'patient:p1:1');
});
