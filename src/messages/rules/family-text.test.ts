import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familyText, type FamilyVisit } from './family-text.ts';

const at = (time: string): Temporal.Instant =>
  Temporal.ZonedDateTime.from(`2026-11-26T${time}[Europe/Berlin]`).toInstant();
const visit = (firstName: string, time: string, more: Partial<FamilyVisit> = {}): FamilyVisit => ({
  firstName,
  own: false,
  startsAt: at(time),
  confirmed: false,
  ...more,
});
const words = {
  clinic: 'Zahnarztpraxis am Park',
  phone: '030 23125000',
  timeZone: 'Europe/Berlin',
  reader: 'Frau Neumann',
};
const children = [visit('Leon', '10:00'), visit('Mia', '09:30')];

test('the earliest first, in the language of who reads it', () => {
  assert.equal(
    familyText('sms', 'de', children, words).body,
    'Zahnarztpraxis am Park, Donnerstag, 26. November: Mia um 09:30 Uhr, Leon um 10:00 Uhr. Antworten Sie JA für beide, oder schreiben Sie, wer nicht kommen kann.',
  );
  assert.equal(
    familyText('sms', 'en', children, { ...words, clinic: 'Lakeside' }).body,
    'Lakeside: we look forward to seeing Mia at 9:30 AM and Leon at 10:00 AM on Thursday, November 26. Reply YES for both, or tell us who cannot come.',
  );
});

test('who has confirmed everything is asked nothing', () => {
  const confirmed = children.map((one) => ({ ...one, confirmed: true }));
  assert.equal(
    familyText('sms', 'de', confirmed, words).body,
    'Zahnarztpraxis am Park: Wir freuen uns auf Mia um 09:30 Uhr und Leon um 10:00 Uhr am Donnerstag, 26. November.',
  );
});

test('three with the reader’s own fit into one text message', () => {
  const three = [...children, visit('Sandra', '10:30', { own: true })];
  const { body } = familyText('sms', 'de', three, words);
  assert.match(body, /Sie um 10:30 Uhr/);
  assert.ok(body.length <= 160, `${body.length}: ${body}`);
});

test('an e-mail is a letter with a list', () => {
  assert.deepEqual(familyText('email', 'de', children, words), {
    subject: 'Ihre Termine am Donnerstag, 26. November',
    body: 'Guten Tag Frau Neumann,\n\nwir freuen uns am Donnerstag, 26. November auf:\n\n– Mia: 09:30 Uhr\n– Leon: 10:00 Uhr\n\nWenn ein Termin nicht passt, rufen Sie uns bitte an: 030 23125000.',
  });
});
