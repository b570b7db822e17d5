import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const birthday: GalleryEntry = {
  key: 'birthday',
  categories: ['staying-in-touch'],
  name: { en: 'Birthday', de: 'Geburtstag' },
  says: {
    en: 'Sends a short greeting by SMS at 10:00 on the birthday. It counts as marketing, so only those who have agreed to that get it.',
    de: 'Schickt am Geburtstag um 10:00 Uhr einen kurzen Gruß per SMS. Er gilt als Werbung, darum bekommen ihn nur die, die dem zugestimmt haben.',
  },
  forWhom: {
    en: 'Patients who have agreed to marketing messages.',
    de: 'Alle, die Werbung zugestimmt haben.',
  },
  definition: forStaff(() => ({
    trigger: { events: ['BIRTHDAY'] },
    purpose: 'marketing',
    reentry: { rule: 'after-days', days: 300 },
    exits: [],
    steps: [
      { id: 'ten-o-clock', do: 'WAIT', for: { until: 'time-of-day', at: '10:00' }, ifPast: 'go-on' },
      {
        id: 'greeting',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Happy birthday, {{ patient.first_name }}! All the best from all of us at {{ clinic.name }}. Reply STOP for no more greetings.',
            de: 'Herzlichen Glückwunsch zum Geburtstag, {{ patient.full_name }}! Alles Gute wünscht {{ clinic.name }}. Keine Grüße mehr? Antworten Sie STOPP.',
          },
        },
      },
    ],
  })),
};
