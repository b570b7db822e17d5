import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const postBondingCare: GalleryEntry = {
  key: 'post-bonding-care',
  categories: ['treatment'],
  name: { en: 'Post-Bonding Care', de: 'Betreuung nach dem Einsetzen der Spange' },
  says: {
    en: 'Welcomes a patient to the treatment when it begins, and sends tips for the care after three days. After seven days it asks how everything is.',
    de: 'Heißt zu Beginn der Behandlung willkommen und schickt nach drei Tagen Pflegetipps. Nach sieben Tagen fragt es, wie es geht.',
  },
  forWhom: {
    en: 'Patients whose treatment with braces or aligners has just begun.',
    de: 'Alle, deren Behandlung mit Spange oder Alignern gerade begonnen hat.',
  },
  definition: forStaff(() => ({
    trigger: { events: ['TREATMENT_STARTED'] },
    purpose: 'care',
    reentry: { rule: 'after-days', days: 180 },
    exits: [],
    steps: [
      {
        id: 'welcome',
        do: 'SEND',
        channel: 'email',
        fallback: ['sms'],
        content: {
          subject: { en: 'Welcome to your treatment', de: 'Willkommen zu Ihrer Behandlung' },
          text: {
            en: 'Welcome to your treatment! The first days take some getting used to. We are here for you: {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Willkommen zu Ihrer Behandlung! Die ersten Tage sind etwas ungewohnt. Wir sind für Sie da: {{ clinic.phone }}. {{ clinic.name }}',
          },
        },
      },
      { id: 'three-days', do: 'WAIT', for: { until: 'later', span: { days: 3 } }, ifPast: 'go-on' },
      {
        id: 'care-tips',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Tips for these days: brush after every meal, eat soft food, leave out sticky sweets. Questions? {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Tipps: nach jedem Essen putzen, weiche Kost, nichts Klebriges. Fragen? Rufen Sie gern an: {{ clinic.phone }}. {{ clinic.name }}',
          },
        },
      },
      { id: 'four-more-days', do: 'WAIT', for: { until: 'later', span: { days: 4 } }, ifPast: 'go-on' },
      {
        id: 'check-in',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'One week done! How is it going? If something pinches or came loose, reply here or call {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Die erste Woche ist geschafft! Wie geht es Ihnen? Drückt oder löst sich etwas, antworten Sie hier oder rufen Sie an: {{ clinic.phone }}. {{ clinic.name }}',
          },
        },
      },
    ],
  })),
};
