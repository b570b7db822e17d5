import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const appointmentReminders: GalleryEntry = {
  key: 'appointment-reminders',
  categories: ['appointments'],
  name: { en: 'Appointment Reminders', de: 'Terminerinnerungen' },
  says: {
    en: 'Confirms a new appointment by e-mail and SMS at once. Reminds by SMS 48 hours before it, and once more on the morning.',
    de: 'Bestätigt einen neuen Termin sofort per E-Mail und SMS. Erinnert 48 Stunden vorher per SMS und noch einmal am Morgen.',
  },
  forWhom: {
    en: 'Every patient with a new appointment.',
    de: 'Alle mit einem neuen Termin.',
  },
  definition: forStaff(() => ({
    trigger: { events: ['APPOINTMENT_SCHEDULED'] },
    purpose: 'appointment',
    reentry: { rule: 'once-per-appointment' },
    exits: [{ when: 'appointment-cancelled' }],
    steps: [
      {
        id: 'confirmation-email',
        do: 'SEND',
        channel: 'email',
        content: {
          subject: {
            en: 'Your appointment on {{ appointment.date }}',
            de: 'Ihr Termin am {{ appointment.date }}',
          },
          text: {
            en: 'Hello {{ recipient.first_name }},\n\nthe appointment for {{ patient.full_name }} is booked: {{ appointment.weekday }}, {{ appointment.date }}, {{ appointment.time }}, with {{ appointment.practitioner }}.\n\nIf you need another time, simply call us: {{ clinic.phone }}.\n\nWe look forward to seeing you.\n{{ clinic.name }}',
            de: 'Guten Tag {{ recipient.first_name }} {{ recipient.last_name }},\n\nder Termin für {{ patient.full_name }} ist eingetragen: {{ appointment.weekday }}, {{ appointment.date }}, {{ appointment.time }}, bei {{ appointment.practitioner }}.\n\nWenn Sie einen anderen Termin brauchen, rufen Sie uns einfach an: {{ clinic.phone }}.\n\nWir freuen uns auf Sie.\n{{ clinic.name }}',
          },
        },
      },
      {
        id: 'confirmation-sms',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Your appointment is booked: {{ appointment.date }}, {{ appointment.time }}. Need another time? {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Ihr Termin ist eingetragen: {{ appointment.date }}, {{ appointment.time }}. Passt er nicht? {{ clinic.phone }}. {{ clinic.name }}',
          },
        },
      },
      {
        id: 'two-days-before',
        do: 'WAIT',
        for: { until: 'before-appointment', span: { hours: 48 } },
        ifPast: 'skip',
      },
      {
        id: 'reminder',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'See you on {{ appointment.weekday }}, {{ appointment.date }}, at {{ appointment.time }}. Reply YES to confirm. {{ clinic.name }}, {{ clinic.phone }}',
            de: 'Wir erwarten Sie am {{ appointment.weekday }}, {{ appointment.date }}, {{ appointment.time }}. Mit JA bestätigen Sie. {{ clinic.name }}, {{ clinic.phone }}',
          },
        },
      },
      { id: 'morning', do: 'WAIT', for: { until: 'morning-of-appointment', at: '08:00' }, ifPast: 'skip' },
      {
        id: 'morning-sms',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Good morning! We look forward to seeing you today at {{ appointment.time }}. {{ clinic.name }}, {{ clinic.phone }}',
            de: 'Guten Morgen! Wir freuen uns auf Sie, heute um {{ appointment.time }}. {{ clinic.name }}, {{ clinic.phone }}',
          },
        },
      },
    ],
  })),
};
