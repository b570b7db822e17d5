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
    language: 'Sprache',
    country: 'Land (zwei Buchstaben)',
    saved: 'Die Einstellungen der Praxis sind gespeichert.',
  },
  save: 'Einstellungen speichern',
  retention: {
    title: 'Wie lange etwas aufbewahrt wird',
    text: 'Jede Nacht entfernt Frontdesk, was älter ist. Wie lange die Mailbox aufbewahrt wird, steht bei den Anrufwegen; ein Anruf bleibt so lange wie seine Nachricht.',
    keepCalls: 'Anrufliste dauerhaft aufbewahren',
    callLogDays: 'Anrufe aufbewahren für',
    webhookReceiptDays: 'Anfragen des Anbieters aufbewahren für',
    days: 'Tage',
    calls_one: 'Die nächste Nacht entfernt einen Anruf',
    calls_other: 'Die nächste Nacht entfernt {{count}} Anrufe',
    receipts_one: 'und eine Anfrage des Anbieters.',
    receipts_other: 'und {{count}} Anfragen des Anbieters.',
    recording: 'Gespräche werden nicht aufgezeichnet, nur Nachrichten auf der Mailbox.',
  },
};
