import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const incomingCallFollowUp: GalleryEntry = {
  key: 'incoming-call-follow-up',
  categories: ['calls'],
  name: { en: 'Incoming Call – Patient Follow-up', de: 'Eingehender Anruf – Nachfassen' },
  says: {
    en: 'Puts a note for every patient who calls on the list at once, and thanks them by SMS five minutes later. Whoever answers that something is still open is on the callback list the next day.',
    de: 'Legt zu jedem Anruf einer Patientin oder eines Patienten sofort eine Notiz an und bedankt sich nach fünf Minuten per SMS. Wer antwortet, dass noch etwas offen ist, steht am nächsten Tag auf der Rückrufliste.',
  },
  forWhom: {
    en: 'Patients who call, once a day at most.',
    de: 'Patientinnen und Patienten, die anrufen; höchstens einmal am Tag.',
  },
  definition: forStaff((staff) => ({
    trigger: {
      events: ['INCOMING_CALL'],
      filter: { combinator: 'and', rules: [{ field: 'event.caller', operator: '=', value: 'patient' }] },
    },
    purpose: 'care',
    reentry: { rule: 'after-days', days: 1 },
    exits: [],
    steps: [
      {
        id: 'note',
        do: 'CREATE_CALL_NOTE',
        text: staff({
          en: 'The patient called: note what it was about.',
          de: 'Anruf eingegangen: Bitte notieren, worum es ging.',
        }),
      },
      { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
      {
        id: 'thank-you',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Thank you for calling {{ clinic.name }}. If anything is still open, just reply here, or call us: {{ clinic.phone }}',
            de: 'Vielen Dank für Ihren Anruf bei {{ clinic.name }}. Ist noch etwas offen? Antworten Sie einfach hier oder rufen Sie uns an: {{ clinic.phone }}',
          },
        },
      },
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'still-open',
        do: 'CONDITION',
        if: {
          combinator: 'and',
          rules: [
            {
              field: 'steps.thank-you',
              operator: 'in',
              value: ['replied', 'confirmed', 'reschedule-asked', 'failed'],
            },
          ],
        },
        yes: [
          {
            id: 'callback',
            do: 'SCHEDULE_CALLBACK',
            text: staff({
              en: 'Called yesterday, and something may still be open.',
              de: 'Hat gestern angerufen, und vielleicht ist noch etwas offen.',
            }),
          },
        ],
        no: [],
      },
    ],
  })),
};
