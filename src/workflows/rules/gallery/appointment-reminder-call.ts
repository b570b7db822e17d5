import { forStaff, notReached, pleaseCallBack, type GalleryEntry } from './gallery-entry.ts';

const keys = { '1': 'confirm', '2': 'reschedule', '3': 'speak-to-someone', '9': 'do-not-call' } as const;

export const appointmentReminderCall: GalleryEntry = {
  key: 'appointment-reminder-call',
  categories: ['calls', 'appointments'],
  name: { en: 'Appointment Reminder Call', de: 'Terminerinnerung per Anruf' },
  says: {
    en: 'Calls a week before the appointment and again the day before; one key confirms it or asks for another time. Whoever cannot be reached gets an SMS five minutes after the first call.',
    de: 'Ruft eine Woche vor dem Termin und noch einmal am Vortag an; ein Tastendruck bestätigt ihn oder bittet um einen anderen. Wer nicht erreicht wird, erhält fünf Minuten nach dem ersten Anruf eine SMS.',
  },
  forWhom: {
    en: 'Patients with an appointment who would rather hear a voice than read a message.',
    de: 'Patientinnen und Patienten mit Termin, die lieber eine Stimme hören als eine Nachricht lesen.',
  },
  definition: forStaff(() => ({
    trigger: { events: ['APPOINTMENT_SCHEDULED'] },
    purpose: 'appointment',
    reentry: { rule: 'once-per-appointment' },
    exits: [{ when: 'appointment-cancelled' }],
    steps: [
      {
        id: 'week-before',
        do: 'WAIT',
        for: { until: 'before-appointment', span: { weeks: 1 } },
        ifPast: 'skip',
      },
      {
        id: 'first-call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }} with a reminder for {{ patient.full_name }}. The appointment is on {{ appointment.weekday }}, {{ appointment.date }}, at {{ appointment.time }}. To confirm it, press 1. If you need another time, press 2. To speak to us, press 3. If you would rather not get these calls, press 9. Thank you, and see you soon.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einer Erinnerung für {{ patient.full_name }}. Der Termin ist am {{ appointment.weekday }}, dem {{ appointment.date }}, um {{ appointment.time }}. Zum Bestätigen drücken Sie die 1. Für einen anderen Termin drücken Sie die 2. Um mit uns zu sprechen, die 3. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Vielen Dank und bis bald.',
        },
        keys,
        machineMessage: pleaseCallBack,
      },
      {
        id: 'not-reached',
        do: 'CONDITION',
        if: {
          combinator: 'and',
          rules: [{ field: 'steps.first-call', operator: 'in', value: notReached }],
        },
        yes: [
          { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
          {
            id: 'sms',
            do: 'SEND_SMS',
            content: {
              text: {
                en: 'We could not reach you: your appointment is on {{ appointment.date }}, {{ appointment.time }}. Reply YES to confirm. {{ clinic.name }} {{ clinic.phone }}',
                de: 'Wir haben Sie nicht erreicht: Ihr Termin ist am {{ appointment.date }} um {{ appointment.time }}. Mit JA bestätigen Sie. {{ clinic.name }} {{ clinic.phone }}',
              },
            },
          },
        ],
        no: [],
      },
      {
        id: 'day-before',
        do: 'WAIT',
        for: { until: 'before-appointment', span: { days: 1 } },
        ifPast: 'skip',
      },
      {
        id: 'final-call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }}. We are looking forward to seeing {{ patient.full_name }} tomorrow at {{ appointment.time }}. To confirm, press 1. If something has come up, press 2 and we will find another time. To speak to us, press 3. If you would rather not get these calls, press 9. See you tomorrow.',
          de: 'Guten Tag, hier ist {{ clinic.name }}. Wir freuen uns, {{ patient.full_name }} morgen um {{ appointment.time }} zu sehen. Zum Bestätigen drücken Sie die 1. Ist etwas dazwischengekommen, drücken Sie die 2, und wir finden einen anderen Termin. Um mit uns zu sprechen, die 3. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Bis morgen.',
        },
        keys,
        machineMessage: pleaseCallBack,
      },
    ],
  })),
};
