import type { Words } from '../../ui/words.ts';
import type { emergenciesEn } from './emergencies.en.ts';

/** Ein Teil von `routing.de.ts`. */
export const emergenciesDe: Words<typeof emergenciesEn> = {
  how: 'Ein Anruf mit einem dieser Zeichen steht überall an erster Stelle, in Rot, und startet sofort die Abläufe für Notfälle. Was es wirklich ist, beurteilen nur Menschen: Mit einem Klick wird ein Anruf zum Notfall, oder er ist keiner.',
  keys: 'Menüpunkte',
  noKeys: 'Das Menü hat noch keine Punkte.',
  departments: 'Abteilungen',
  noDepartments: 'Es gibt noch keine Abteilungen.',
  words: 'Wörter in hinterlassenen Nachrichten',
  wordsHelp:
    'Endungen werden von selbst gefunden („Blutung“ findet auch „Nachblutungen“), und „keine Blutung“ ist keiner. Mehrere Wörter dürfen in beliebiger Reihenfolge stehen.',
  wordsIn: 'Wörter, {{language}}',
  add: 'Wort hinzufügen',
  builtIn: 'Das sind die mitgelieferten Wörter.',
  restore: 'Zurück zu den mitgelieferten Wörtern',
  restored: 'Die mitgelieferten Wörter sind wieder da.',
  try: 'Einen Satz ausprobieren',
  tryExample: 'Die Blutung hört nicht auf.',
  found: 'Ein Notfall, wegen „{{word}}“.',
  notFound: 'Kein Notfallwort darin.',
  option: 'Wer ihn wählt, hat einen Notfall',
  department: 'Ihre Anrufe sind Notfälle',
  mark: 'Notfall',
};
