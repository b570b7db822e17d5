import type { Words } from '../ui/words.ts';
import type { wordsEn } from './words.en.ts';

export const wordsDe: Words<typeof wordsEn> = {
  over: {
    title: 'Dieser Link gilt nicht mehr',
    text: 'Die Links in unseren Nachrichten gelten nur eine Zeit lang. Schreiben Sie uns oder rufen Sie an, dann senden wir Ihnen einen neuen.',
  },
  away: {
    title: 'Diese Seite lässt sich gerade nicht anzeigen',
    text: 'Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
    again: 'Erneut versuchen',
  },
  failed: 'Das hat nicht geklappt. Es wurde nichts geändert. Bitte versuchen Sie es erneut.',
  unsubscribe: {
    titles: {
      marketing: 'Neuigkeiten und Angebote: {clinic}',
      appointment: 'Terminerinnerungen: {clinic}',
      care: 'Nachrichten zu Ihrer Behandlung: {clinic}',
      billing: 'Nachrichten zu Rechnungen: {clinic}',
      feedback: 'Fragen zu Ihrem Besuch: {clinic}',
      all: 'Nachrichten: {clinic}',
    },
    ask: 'Sollen wir Ihnen diese nicht mehr per {channel} senden?',
    askAll: 'Sollen wir Ihnen nicht mehr per {channel} schreiben?',
    careful: 'Dann erinnern wir Sie per {channel} auch nicht mehr an Ihre Termine.',
    kind: 'Abbestellen',
    all: 'Alles per {channel} beenden',
    doneKind: 'Erledigt. Sie erhalten diese Nachrichten nicht mehr per {channel}.',
    doneAll: 'Erledigt. Sie erhalten von uns nichts mehr per {channel}.',
    takeBack: 'Rückgängig machen',
    takenBack: 'Sie erhalten diese Nachrichten wieder.',
    otherwise: 'Das haben Sie uns schon gesagt. Rufen Sie uns an, wenn Sie diese Nachrichten wieder möchten.',
  },
  channels: { sms: 'SMS', email: 'E-Mail', call: 'Telefon', 'in-app': 'Patientenseite', push: 'Mitteilung' },
};
