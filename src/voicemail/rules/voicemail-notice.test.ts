import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeNotice } from './voicemail-notice.ts';

const notice = {
  clinic: 'Lakeside Dental',
  department: 'Billing',
  receivedAt: Temporal.Instant.from('2026-03-08T08:30:00Z'),
  durationSeconds: 65,
  link: 'https://desk.example/voicemail/1',
};

test('the notice in English, in the clinic’s own time', () => {
  const { subject, text } = writeNotice({ ...notice, language: 'en', timeZone: 'America/Chicago' });
  assert.equal(subject, 'New voicemail – Lakeside Dental, Billing');
  assert.equal(
    text.replaceAll('\u202f', ' '),
    `A caller has left a voicemail.

Clinic: Lakeside Dental
Department: Billing
Received: Sunday, March 8, 2026 at 3:30 AM
Length: 1:05 min

Listen to it in Frontdesk:
https://desk.example/voicemail/1
`,
  );
});

test('the notice in German, without a department', () => {
  const { subject, text } = writeNotice({
    ...notice,
    clinic: 'Praxis am Park',
    department: null,
    language: 'de',
    timeZone: 'Europe/Berlin',
    durationSeconds: 9,
  });
  assert.equal(subject, 'Neue Sprachnachricht – Praxis am Park');
  assert.equal(
    text,
    `Jemand hat eine Sprachnachricht hinterlassen.

Praxis: Praxis am Park
Eingegangen: Sonntag, 8. März 2026 um 09:30
Länge: 0:09 Min.

In Frontdesk anhören:
https://desk.example/voicemail/1
`,
  );
});
