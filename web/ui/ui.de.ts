import type { uiEn } from './ui.en.ts';
import type { Words } from './words.ts';

export const uiDe: Words<typeof uiEn> = {
  tryAgain: 'Noch einmal versuchen',
  more: 'Mehr anzeigen',
  loading: 'Wird geladen',
  undo: 'Rückgängig',
  close: 'Schließen',
  saved: 'Gespeichert',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse ist vielleicht falsch geschrieben oder veraltet.',
    action: 'Zu „Jetzt“',
  },
};
