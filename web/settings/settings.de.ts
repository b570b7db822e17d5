import type { Words } from '../ui/words.ts';
import type { settingsEn } from './settings.en.ts';

export const settingsDe: Words<typeof settingsEn> = {
  title: 'Einstellungen',
  index: 'Abschnitte der Einstellungen',
  groups: { clinic: 'Praxis' },
  sections: { clinic: 'Praxis' },
  languages: { en: 'Englisch', de: 'Deutsch' },
  clinic: {
    name: 'Bezeichnung',
    timeZone: 'Zeitzone',
    language: 'Sprache',
    numbers: 'Rufnummern',
  },
};
