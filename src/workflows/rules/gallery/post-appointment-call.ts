import { forStaff, notReached, pleaseCallBack, type GalleryEntry } from './gallery-entry.ts';

export const postAppointmentCall: GalleryEntry = {
  key: 'post-appointment-call',
  categories: ['calls', 'appointments'],
  name: { en: 'Post-Appointment Follow-up Call', de: 'Nachfrage nach dem Termin' },
  says: {
    en: 'Calls the day after an appointment to ask how the patient is, and puts a note about the call on the list five minutes later. Whoever could not be reached gets an SMS the next day.',
    de: 'Fragt am Tag nach dem Termin telefonisch, wie es geht, und legt fünf Minuten später eine Notiz zum Anruf an. Wer nicht erreicht wurde, erhält am nächsten Tag eine SMS.',
  },
  forWhom: {
    en: 'Patients who were here the day before.',
    de: 'Patientinnen und Patienten, die am Vortag hier waren.',
  },
  definition: forStaff((staff) => ({
    trigger: { events: ['APPOINTMENT_COMPLETED'] },
    purpose: 'care',
    reentry: { rule: 'once-per-appointment' },
    exits: [],
    steps: [
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }}, calling for {{ patient.full_name }}. Thank you for coming to see us. We hope that you are well. If you have a question, or something does not feel right, press 3 and we will put you through. If you would rather not get these calls, press 9. Take care.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einem Anruf für {{ patient.full_name }}. Vielen Dank für Ihren Besuch. Wir hoffen, dass es Ihnen gut geht. Haben Sie eine Frage, oder fühlt sich etwas nicht richtig an, drücken Sie die 3, und wir verbinden Sie. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Alles Gute.',
        },
        keys: { '3': 'speak-to-someone', '9': 'do-not-call' },
        machineMessage: pleaseCallBack,
      },
      { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
      {
        id: 'note',
        do: 'CREATE_CALL_NOTE',
        text: staff({
          en: 'We called after the visit: see how the call came out, and note what was said.',
          de: 'Anruf nach dem Besuch: Bitte ansehen, wie er ausging, und notieren, was gesagt wurde.',
        }),
      },
      {
        id: 'not-reached',
        do: 'CONDITION',
        if: { combinator: 'and', rules: [{ field: 'steps.call', operator: 'in', value: notReached }] },
        yes: [
          { id: 'next-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
          {
            id: 'sms',
            do: 'SEND_SMS',
            content: {
              text: {
                en: 'We tried to call you: how are you after your visit? If you have a question, reply here or call {{ clinic.phone }}. {{ clinic.name }}',
                de: 'Wir wollten Sie anrufen: Wie geht es Ihnen nach Ihrem Besuch? Bei Fragen antworten Sie hier oder rufen uns an: {{ clinic.phone }}. {{ clinic.name }}',
              },
            },
          },
        ],
        no: [],
      },
    ],
  })),
};
