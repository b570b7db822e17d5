import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const recall: GalleryEntry = {
  key: 'recall',
  categories: ['staying-in-touch', 'appointments'],
  name: { en: 'Recall', de: 'Recall' },
  says: {
    en: 'Looks every morning for patients whose last visit was six months ago and who have no appointment ahead, and invites them by SMS. When there is no appointment after a week, it writes once more by e-mail.',
    de: 'Sucht jeden Morgen nach Patientinnen und Patienten, deren letzter Besuch sechs Monate her ist und die keinen Termin haben, und lädt sie per SMS ein. Gibt es nach einer Woche keinen Termin, schreibt es noch einmal per E-Mail.',
  },
  forWhom: {
    en: 'Patients without an appointment for six months; not those who have stayed away for over two years.',
    de: 'Alle, die seit sechs Monaten keinen Termin hatten, aber vor weniger als zwei Jahren da waren.',
  },
  definition: forStaff(() => ({
    trigger: {
      events: [],
      daily: { at: '09:00' },
      filter: {
        combinator: 'and',
        rules: [
          { field: 'patient.monthsSinceVisit', operator: 'between', value: [6, 24] },
          { field: 'patient.hasVisitAhead', operator: '=', value: false },
        ],
      },
    },
    purpose: 'care',
    reentry: { rule: 'after-days', days: 180 },
    exits: [{ when: 'event', kinds: ['APPOINTMENT_SCHEDULED'] }],
    steps: [
      {
        id: 'invitation',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'It has been a while, {{ patient.first_name }}: it is time for your next visit. Reply here or call {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Es ist wieder Zeit für Ihren nächsten Besuch. Antworten Sie hier oder rufen Sie an: {{ clinic.phone }}. Wir freuen uns! {{ clinic.name }}',
          },
        },
      },
      { id: 'one-week', do: 'WAIT', for: { until: 'later', span: { weeks: 1 } }, ifPast: 'go-on' },
      {
        id: 'second-invitation',
        do: 'SEND',
        channel: 'email',
        content: {
          subject: { en: 'Time for your next visit', de: 'Zeit für Ihren nächsten Besuch' },
          text: {
            en: 'Hello {{ recipient.first_name }},\n\nthe last visit of {{ patient.full_name }} was about half a year ago. We would be glad to find a time that suits you: simply answer this e-mail or call us at {{ clinic.phone }}.\n\nKind regards\n{{ clinic.name }}',
            de: 'Guten Tag {{ recipient.first_name }} {{ recipient.last_name }},\n\nder letzte Besuch von {{ patient.full_name }} ist etwa ein halbes Jahr her. Gern finden wir einen Termin, der Ihnen passt: Antworten Sie einfach auf diese E-Mail oder rufen Sie uns an: {{ clinic.phone }}.\n\nFreundliche Grüße\n{{ clinic.name }}',
          },
        },
      },
    ],
  })),
};
