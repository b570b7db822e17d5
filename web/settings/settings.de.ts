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
    speech: 'Sprache',
    encryption: 'Schlüssel',
  },
  languages: { en: 'Englisch', de: 'Deutsch' },
  clinic: {
    name: 'Bezeichnung',
    timeZone: 'Zeitzone',
    language: 'Sprache',
    numbers: 'Rufnummern',
  },
};
