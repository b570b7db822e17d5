import type { Words } from '../ui/words.ts';
import type { problemsEn } from './problems.en.ts';

export const problemsDe: Words<typeof problemsEn> = {
  unreachable: 'Der Server ist nicht erreichbar. Es wurde nichts geändert.',
  unknown: 'Das hat nicht geklappt. Es wurde nichts geändert.',
  invalid: 'Etwas daran stimmt nicht. Es wurde nichts geändert.',
  forbidden: 'Ihre Rolle erlaubt das nicht. Fragen Sie die Inhaberin oder Leitung der Praxis.',
  'not-found': 'Das gibt es hier nicht (mehr).',
  'no-answer-calls': 'Dieses Konto nimmt in dieser Praxis keine Anrufe an.',
  'gone-on': 'Hier steht niemand mehr. Was Sie sehen, ist jetzt aktuell; es wurde nichts getan.',
  'done-meanwhile': 'Jemand anders hat das schon getan. Was Sie sehen, ist jetzt aktuell.',
  'instance-over': 'Es ist schon vorbei. Was Sie sehen, ist jetzt aktuell; es wurde nichts getan.',
  'workflow-paused': 'Der Ablauf ist angehalten: Niemand geht weiter, bis er fortgesetzt wird.',
  'appointment-over': 'Dieser Termin hat begonnen, ist vorbei oder wurde abgesagt. Es wurde nichts geändert.',
  'too-early': 'Dafür ist es zu früh: Der Termin steht noch bevor. Es wurde nichts geändert.',
  'name-taken': 'Diesen Namen gibt es schon. Wählen Sie einen anderen.',
  'no-address': 'Diese Person hat dafür keine Nummer oder Adresse. Es wurde nichts gesendet.',
  'not-online': 'Ihr Telefon ist nicht verbunden. Sehen Sie unten rechts nach.',
  busy: 'Diese Person ist in einem anderen Gespräch.',
  'call-over': 'Dieser Anruf ist beendet oder nicht mehr bei Ihnen.',
  'draft-faulty': 'Zuerst ist noch etwas zu berichtigen. Es wurde nichts veröffentlicht.',
  conflict: 'Jemand anderes war schneller. Die Anzeige ist jetzt aktuell.',
  'wrong-password': 'Das Passwort ist falsch. Es wurde nichts geändert.',
  'wrong-code': 'Dieser Code ist falsch oder wurde schon benutzt.',
  'link-over': 'Dieser Link wurde schon benutzt oder ist zu alt.',
  'last-owner':
    'Eine Praxis braucht jemanden mit der Rolle Inhaber/in. Geben Sie diese Rolle zuerst jemand anderem.',
  'two-factor-needed': 'Diese Praxis verlangt von allen einen zweiten Faktor. Richten Sie Ihren zuerst ein.',
  'carrier-refused': 'Der Telefonanbieter hat das abgelehnt. Es wurde nichts geändert.',
  'carrier-unreachable':
    'Der Telefonanbieter antwortet nicht. Sehen Sie nach, ob es geschehen ist, bevor Sie es erneut versuchen.',
  'set-by-environment': 'Das legt die Umgebung des Servers fest. Es wurde nichts geändert.',
  'calls-running': 'Es laufen Anrufe. Es wurde nichts geändert; bitte versuchen Sie es danach noch einmal.',
  'carrier-not-ready': 'Mit diesen Angaben käme kein Anruf an. Es wurde nichts geändert.',
  'speech-failed':
    'Der Sprachdienst hat diesen Text nicht gesprochen. Bitte versuchen Sie es gleich noch einmal.',
  'http-403': 'Ihre Rolle erlaubt das nicht. Fragen Sie die Inhaberin oder Leitung der Praxis.',
  'http-404': 'Das gibt es hier nicht (mehr).',
  'http-409': 'Jemand anderes war schneller. Die Anzeige ist jetzt aktuell.',
  'http-429': 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann erneut.',
  'http-500':
    'Beim Server ist ein Fehler aufgetreten. Sehen Sie nach, ob es geschehen ist, bevor Sie es erneut versuchen.',
  'http-503': 'Der Server startet gerade oder ist ausgelastet. Versuchen Sie es in einigen Sekunden erneut.',
};
