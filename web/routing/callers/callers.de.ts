import type { Words } from '../../ui/words.ts';
import type { callersEn } from './callers.en.ts';

export const callersDe: Words<typeof callersEn> = {
  add: 'Regel hinzufügen',
  none: 'Alle Anrufe gehen denselben Weg',
  noneText:
    'Eine Regel schickt die Anrufe mancher Menschen woandershin: VIPs gleich zu einer Person, Englischsprachige zu jemandem, der es spricht, offene Beträge zur Abrechnung.',
  how: 'Die erste Regel, die passt, entscheidet. Wer an der Nummer nicht erkannt wird, geht den üblichen Weg.',
  name: 'Name der Regel',
  nameExample: 'VIPs',
  unnamed: 'Regel ohne Namen',
  up: '{{name}} früher prüfen',
  down: '{{name}} später prüfen',
  remove: '{{name}} entfernen',
  removed: '{{name}} wurde entfernt',
  when: 'Für Anrufende, auf die all das zutrifft',
  vip: 'VIP',
  any: 'beliebig',
  language: 'Sprache',
  balanceOver: 'Offener Betrag über',
  balanceWords: 'offen über {{amount}}',
  phase: 'Stand der Behandlung',
  target: 'Ihre Anrufe gehen zu',
  usual: 'Keine Ausnahme',
  alsoClosed: 'Auch bei geschlossener Praxis',
};
