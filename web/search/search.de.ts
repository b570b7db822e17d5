import type { Words } from '../ui/words.ts';
import type { searchEn } from './search.en.ts';

export const searchDe: Words<typeof searchEn> = {
  placeholder: 'Personen, Nummern, Anrufe, Seiten und Aktionen suchen',
  people: 'Personen',
  calls: 'Anrufe',
  pages: 'Seiten',
  actions: 'Aktionen',
  nothing:
    'Nichts gefunden zu „{{text}}“. Versuchen Sie einen Teil des Namens, Ziffern der Nummer oder ein Geburtsdatum.',
  kinds: { lead: 'Interessent', staff: 'Kollegium' },
  directions: { inbound: 'Eingehend', outbound: 'Ausgehend' },
  callPerson: '{{name}} anrufen',
  callNumber: '{{number}} anrufen',
  takeCalls: 'Anrufe annehmen',
  stopCalls: 'Keine Anrufe mehr annehmen',
  switchTo: 'Zu {{clinic}} wechseln',
  speak: 'Sprache auf {{language}} umstellen',
  light: 'Helle Darstellung verwenden',
  dark: 'Dunkle Darstellung verwenden',
  listKeys: 'Tastenkürzel anzeigen',
  signOut: 'Abmelden',
  keys: {
    title: 'Tastenkürzel',
    close: 'Schließen',
    control: 'Strg',
    search: 'Alles durchsuchen (⌘ K am Mac)',
    accept: 'Klingelnden Anruf annehmen',
    decline: 'Klingelnden Anruf ablehnen',
    list: 'Diese Liste anzeigen',
    find: 'Zum Suchfeld der Seite springen',
    go: '{{page}} öffnen',
    single: 'Tasten ohne Strg verwenden',
    singleHint:
      'Schalten Sie das aus, wenn Sie mit dem Computer sprechen oder Tasten versehentlich gedrückt werden.',
  },
};
