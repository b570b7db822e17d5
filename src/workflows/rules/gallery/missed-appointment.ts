import { forStaff, pleaseCallBack, type GalleryEntry } from './gallery-entry.ts';

export const missedAppointment: GalleryEntry = {
  key: 'missed-appointment',
  categories: ['calls', 'appointments'],
  name: { en: 'Missed Appointment Follow-up', de: 'Nach einem versäumten Termin' },
  says: {
    en: 'Calls an hour after somebody did not come, kindly and without blame, and sends an SMS five minutes after the call, in the United States on the next day if it was answered. When there is no new appointment a day later, the front desk is asked to find one.',
    de: 'Ruft eine Stunde nach einem versäumten Termin an, freundlich und ohne Vorwurf, und schickt fünf Minuten nach dem Anruf eine SMS, in den USA erst am nächsten Tag, wenn jemand abgenommen hat. Gibt es nach einem Tag keinen neuen Termin, bittet er den Empfang, einen zu finden.',
  },
  forWhom: {
    en: 'Patients who did not come to their appointment.',
    de: 'Patientinnen und Patienten, die nicht zum Termin gekommen sind.',
  },
  definition: forStaff((staff) => ({
    trigger: { events: ['APPOINTMENT_NO_SHOW'] },
    purpose: 'appointment',
    // A slip at the counter that is taken back ends it; what is said then counts anew.
    reentry: { rule: 'always' },
    exits: [
      { when: 'event', kinds: ['APPOINTMENT_SCHEDULED', 'APPOINTMENT_RESCHEDULED'] },
      // Who comes late was not missed.
      {
        when: 'condition',
        if: {
          combinator: 'and',
          rules: [{ field: 'appointment.status', operator: '!=', value: 'no-show' }],
        },
      },
    ],
    steps: [
      { id: 'one-hour', do: 'WAIT', for: { until: 'later', span: { hours: 1 } }, ifPast: 'go-on' },
      {
        id: 'call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }}, calling for {{ patient.full_name }}. We missed you at your appointment, and hope that all is well. To find a new time, press 2. To speak to us now, press 3. If you would rather not get these calls, press 9. Goodbye.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einem Anruf für {{ patient.full_name }}. Wir haben Sie bei Ihrem Termin vermisst und hoffen, dass alles in Ordnung ist. Für einen neuen Termin drücken Sie die 2. Um jetzt mit uns zu sprechen, die 3. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Auf Wiederhören.',
        },
        keys: { '2': 'reschedule', '3': 'speak-to-someone', '9': 'do-not-call' },
        machineMessage: pleaseCallBack,
      },
      { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
      {
        id: 'sms',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'We missed you at your appointment and hope all is well. Reply here or call {{ clinic.phone }}, and we will find a new time. {{ clinic.name }}',
            de: 'Wir haben Sie bei Ihrem Termin vermisst. Antworten Sie hier oder rufen Sie an: {{ clinic.phone }}. Wir finden gern einen neuen. {{ clinic.name }}',
          },
        },
      },
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'reschedule',
        do: 'RESCHEDULE_APPOINTMENT',
        text: staff({
          en: 'Did not come to the appointment and has no new one: find another time.',
          de: 'Nicht zum Termin gekommen und noch kein neuer: Bitte einen anderen finden.',
        }),
      },
    ],
  })),
};
