import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { replyMeaningSchema, type ReplyMeaning } from './reply-meaning.ts';
import { carrierHeard, understandReply } from './understand-reply.ts';

const table: Record<ReplyMeaning, string[]> = {
  confirm: [
    'C',
    'confirm',
    'Confirmed!',
    "I'll be there",
    'Yes, I will be there.',
    'See you then, thanks',
    'We are coming tomorrow',
    'Ich komme.',
    'Bestätige',
    'Ich bestätige den Termin',
    'Ja, ich komme',
    'Bis morgen!',
    'Wir kommen, vielen Dank',
    'Hallo, ich bestätige den Termin. LG',
  ],
  cancel: [
    'CANCEL',
    'Cancel please',
    'Please cancel my appointment',
    'I need to cancel',
    'I have to cancel tomorrow, sorry',
    'absagen',
    'Ich muss leider absagen',
    "Can't make it, please cancel",
    'Kann leider nicht kommen, bitte absagen',
    'Bitte den Termin absagen',
    'Ich möchte den Termin stornieren',
    'Guten Tag, ich sage ab',
  ],
  reschedule: [
    'reschedule',
    'Can’t make it',
    'I cannot come tomorrow',
    'I need to reschedule',
    'Please move my appointment to Friday',
    'Another time please',
    'next week',
    'Verschieben',
    'Ich möchte den Termin verschieben',
    'Ich kann leider nicht',
    'lieber nächste Woche',
    'Bitte einen anderen Termin',
    'Nein, ich kann leider nicht',
  ],
  stop: [
    'STOP',
    'stop.',
    'Stopp',
    'unsubscribe',
    'Please stop texting me',
    'stop sending me messages!!',
    'do not text me again',
    'No more texts please, I told you three times',
    'Remove me from your list',
    'take me off',
    'Abmelden',
    'arrêt',
    'Keine Nachrichten mehr bitte',
    'Bitte nicht mehr schreiben',
    'Schreiben Sie mir bitte keine SMS mehr',
    'opt out',
    'QUIT',
    'End',
    'revoke',
    'Hi, I got three of these today and I never signed up, please stop',
    'S T O P',
    'S.T.O.P.',
    'STOOOPPP!!!',
    'STOP STOP STOP',
    'ＳＴＯＰ',
    'ST\u200bOP',
    '🛑',
    '🛑 Stop',
    'stop it',
    'Stop now!',
    'Stop SMS',
    'stop all messages',
    'Stop these reminders',
    'SMS STOP',
    'Stpo',
    'Unsubcribe',
    'Stop. Laura Baker',
    'STOP - Laura',
    'Wrong number, STOP',
    'Stopp! Falsche Nummer',
    'Stopp alles',
    'No, stop!',
    'Stop. Thanks',
    'Bitte keine SMS',
    'Keine Werbung',
    'Ich möchte keine Nachrichten von Ihnen',
    'Hören Sie auf',
    'Hör auf mir zu schreiben!',
    'Lasst mich in Ruhe',
    'Aufhören!',
  ],
  start: ['START', 'unstop', 'Anmelden'],
  help: ['HELP', 'info', 'Hilfe'],
  yes: [
    'Yes',
    'yes please',
    'Y',
    'ok',
    'Sure!',
    'Ja',
    'ja gerne',
    'Ja bitte',
    'alles klar',
    '👍',
    'Ja danke',
    'Okay, thanks',
  ],
  no: ['No', 'nope', 'Nein', 'Nein danke', 'no thanks'],
  thanks: ['Thanks!', 'Thank you', 'Danke', 'Vielen Dank'],
  unclear: [
    'Can I come at 10 instead?',
    'What time was it again?',
    'Who is this?',
    'yes but can we make it later?',
    "I don't want to cancel",
    'Ich weiß noch nicht',
    'Ist das die richtige Nummer?',
    'My tooth hurts since yesterday',
    'Yes if you have something for my back',
    'maybe',
    'Ich komme nicht',
    'I will not be there or maybe',
    'stop by the office',
    'I can stop by tomorrow',
    'Should I stop the antibiotics before my visit',
    'Do I have to stop these pills?',
    'The bleeding does not stop',
    'The pain will not just stop',
    'I quit the job, is my insurance still fine',
    'My bus stop moved, where do I park',
    'Stop, I will be there',
    'Termin, löschen',
    'Please don’t stop',
    'Please take me off the waiting list',
    'Es hört nicht auf zu bluten',
    'Der Schmerz hört einfach nicht auf',
    'Ich habe keine Erinnerung bekommen',
    'Can you take me at 10?',
    'Ich habe keine Nachrichten bekommen',
    'Yes, but I need to cancel',
    '',
    '???',
    'Ja, aber nur wenn es schnell geht',
    'I’ll be there but not my son',
  ],
};

describe('what a reply means', () => {
  for (const [meaning, texts] of Object.entries(table))
    for (const text of texts)
      test(`${JSON.stringify(text)} is ${meaning}`, () =>
        assert.equal(understandReply(text, []).meaning, meaning));
});

const family = [
  { patientId: 'anna', firstNames: ['Anna'] },
  { patientId: 'ben', firstNames: ['Benjamin', 'Ben'] },
];
const parts = (text: string) =>
  Object.fromEntries(
    understandReply(text, family).parts.map(({ patientId, meaning }) => [patientId, meaning]),
  );

describe('a reply about several children', () => {
  const cases: [string, Record<string, ReplyMeaning>][] = [
    ['Anna yes, Ben next week', { anna: 'yes', ben: 'reschedule' }],
    ['Anna ja, Ben nächste Woche', { anna: 'yes', ben: 'reschedule' }],
    ['Anna: ja\nBen: absagen', { anna: 'yes', ben: 'cancel' }],
    ['yes for Anna and no for Ben', { anna: 'yes', ben: 'no' }],
    ['Anna confirmed. Ben cancel please', { anna: 'confirm', ben: 'cancel' }],
    ['Ben kann leider nicht', { ben: 'reschedule' }],
    ['Anna yes, Ben has a fever and I do not know yet', { anna: 'yes', ben: 'unclear' }],
    ['Cancel Ben, Anna yes, thank you', { ben: 'cancel', anna: 'yes' }],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text), () => assert.deepEqual(parts(text), expected));

  test('a question about them is for a person', () =>
    assert.deepEqual(understandReply('Anna yes, can Ben come later?', family), {
      meaning: 'unclear',
      parts: [],
    }));
  test('without names it is about all', () =>
    assert.deepEqual(understandReply('yes', family), { meaning: 'yes', parts: [] }));
});

test('a stop is heard in any letters, with anything around it that is no word', () => {
  const noise = fc.constantFrom('', ' ', '!', '...', '\n', ' \t', '¡', '"');
  fc.assert(
    fc.property(
      fc.constantFrom('stop', 'Stop', 'STOP', 'unsubscribe', 'StopAll', 'abmelden'),
      noise,
      noise,
      (word, a, b) => assert.equal(understandReply(`${a}${word}${b}`, family).meaning, 'stop'),
    ),
  );
});

test('any text has a meaning from the list, and names only people who are there', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem()), (text) => {
      const { meaning, parts: named } = understandReply(text, family);
      replyMeaningSchema.parse(meaning);
      assert.ok(named.every(({ patientId }) => ['anna', 'ben'].includes(patientId)));
    }),
  );
});

test('the carrier acts on single words only', () => {
  assert.equal(carrierHeard(' Cancel\n'), 'stop');
  assert.equal(carrierHeard('YES'), 'start');
  assert.equal(carrierHeard('please stop'), null);
  assert.equal(carrierHeard('constructor'), null);
});
