import type { Words } from '../ui/words.ts';
import type { frameEn } from './frame.en.ts';

export const frameDe: Words<typeof frameEn> = {
  product: 'Frontdesk',
  skip: 'Zum Inhalt springen',
  navigation: 'Seiten',
  more: 'Mehr',
  groups: { work: 'Arbeit', automate: 'Automatisch', setUp: 'Einrichten' },
  pages: {
    now: 'Jetzt',
    calls: 'Anrufe',
    voicemail: 'Mailbox',
    calendar: 'Kalender',
    messages: 'Nachrichten',
    patients: 'Patienten',
    workflows: 'Abläufe',
    tasks: 'Aufgaben',
    routing: 'Anrufwege',
    consent: 'Einwilligung',
    templates: 'Vorlagen',
    settings: 'Optionen',
  },
  newVoicemails_one: '{{count}} neue Nachricht',
  newVoicemails_other: '{{count}} neue Nachrichten',
  openConversations_one: '{{count}} Unterhaltung wartet',
  openConversations_other: '{{count}} Unterhaltungen warten',
  search: 'Suchen',
  searchKeys: 'Strg K',
  language: 'Sprache',
  appearance: 'Darstellung',
  schemes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },
  live: {
    lost: 'Keine Verbindung. Die Anzeige ist vielleicht nicht mehr aktuell.',
  },
  crashed: {
    title: 'Auf dieser Seite ist ein Fehler aufgetreten',
    text: 'Ihre Anrufe sind nicht betroffen.',
  },
};
