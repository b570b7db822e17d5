import type { Words } from '../ui/words.ts';
import type { settingsEn } from './settings.en.ts';

export const settingsDe: Words<typeof settingsEn> = {
  title: 'Einstellungen',
  index: 'Abschnitte der Einstellungen',
  groups: { clinic: 'Praxis', installation: 'Anlage' },
  sections: {
    clinic: 'Praxis',
    audit: 'Protokoll',
    carrier: 'Telefonanbieter',
    mail: 'Mailserver',
    speech: 'Sprachausgabe',
    transcription: 'Verschriftung',
    encryption: 'Schlüssel',
  },
  languages: { en: 'Englisch', de: 'Deutsch' },
  clinic: {
    name: 'Bezeichnung',
    timeZone: 'Zeitzone',
    language: 'Sprache der Praxis',
    languageHelp: 'Für ihre E-Mails, und wo keine eigene Sprache bekannt ist.',
    languages: 'Mit Anrufenden gesprochen',
    languagesHelp:
      'Wessen eigene Sprache nicht dabei ist, hört die, die bei den Anrufwegen steht. Texte in einer anderen Sprache bleiben erhalten, sind aber nicht zu hören.',
    country: 'Land',
    countryOfNumber: 'Wie die Rufnummer',
    saved: 'Die Einstellungen der Praxis sind gespeichert.',
  },
  save: 'Einstellungen speichern',
  retention: {
    title: 'Wie lange etwas aufbewahrt wird',
    text: 'Jede Nacht entfernt Frontdesk, was älter ist. Ein Anruf bleibt so lange wie seine Nachricht.',
    keepCalls: 'Anrufliste dauerhaft aufbewahren',
    callLogDays: 'Anrufe aufbewahren für',
    webhookReceiptDays: 'Anfragen des Anbieters aufbewahren für',
    days: 'Tage',
    voicemail: 'Wie lange Nachrichten der Mailbox bleiben, wird mit den Anrufwegen veröffentlicht.',
    changeVoicemail: 'Dort ändern',
    nothing: 'Nach den geltenden Einstellungen entfernt der nächste Durchgang nichts.',
    next: 'Nach den geltenden Einstellungen entfernt der nächste Durchgang {{list}}.',
    rows: {
      calls_one: 'einen Anruf',
      calls_other: '{{count}} Anrufe',
      receipts_one: 'eine Anfrage des Anbieters',
      receipts_other: '{{count}} Anfragen des Anbieters',
      voicemails_one: 'eine Nachricht der Mailbox',
      voicemails_other: '{{count}} Nachrichten der Mailbox',
    },
    recording: 'Gespräche werden nicht aufgezeichnet, nur Nachrichten auf der Mailbox.',
  },
};
