import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const newPatientWelcome: GalleryEntry = {
  key: 'new-patient-welcome',
  categories: ['new-patients', 'appointments'],
  name: { en: 'New Patient Welcome', de: 'Willkommen für neue Patienten' },
  says: {
    en: 'Welcomes a new patient by e-mail when the first appointment is booked, and reminds them of the intake form a day later while the tag “intake-complete” is missing. Three days before the appointment it tells them what to expect.',
    de: 'Begrüßt neue Patientinnen und Patienten per E-Mail, wenn der erste Termin vereinbart ist, und erinnert einen Tag später an den Anamnesebogen, solange die Markierung „intake-complete“ fehlt. Drei Tage vor dem Termin sagt es, was sie erwartet.',
  },
  forWhom: {
    en: 'Patients with an appointment who have not been here before.',
    de: 'Alle mit einem Termin, die noch nie hier waren.',
  },
  definition: forStaff(() => ({
    trigger: {
      events: ['APPOINTMENT_SCHEDULED'],
      filter: { combinator: 'and', rules: [{ field: 'patient.monthsSinceVisit', operator: 'null' }] },
    },
    purpose: 'appointment',
    reentry: { rule: 'never' },
    exits: [{ when: 'appointment-cancelled' }],
    steps: [
      {
        id: 'welcome',
        do: 'SEND',
        channel: 'email',
        content: {
          subject: { en: 'Welcome to {{ clinic.name }}', de: 'Willkommen bei {{ clinic.name }}' },
          text: {
            en: 'Hello {{ recipient.first_name }},\n\nwelcome! The first appointment for {{ patient.full_name }} is on {{ appointment.weekday }}, {{ appointment.date }}, at {{ appointment.time }}.\n\nPlease bring your insurance card and a list of your medicines. You will save time if the intake form is filled in before.\n\nIf you have a question, call us: {{ clinic.phone }}.\n\nWe look forward to meeting you.\n{{ clinic.name }}',
            de: 'Guten Tag {{ recipient.first_name }} {{ recipient.last_name }},\n\nherzlich willkommen! Der erste Termin für {{ patient.full_name }} ist am {{ appointment.weekday }}, dem {{ appointment.date }}, um {{ appointment.time }}.\n\nBitte bringen Sie Ihre Versichertenkarte und eine Liste Ihrer Medikamente mit. Sie sparen Zeit, wenn der Anamnesebogen vorher ausgefüllt ist.\n\nBei Fragen rufen Sie uns gern an: {{ clinic.phone }}.\n\nWir freuen uns darauf, Sie kennenzulernen.\n{{ clinic.name }}',
          },
        },
      },
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'form-missing',
        do: 'CONDITION',
        if: {
          combinator: 'and',
          rules: [{ field: 'patient.tags', operator: 'doesNotContain', value: 'intake-complete' }],
        },
        yes: [
          {
            id: 'intake-reminder',
            do: 'SEND_SMS',
            content: {
              text: {
                en: 'A small request before your first visit: please fill in the intake form. We are happy to help: {{ clinic.phone }}. {{ clinic.name }}',
                de: 'Eine kleine Bitte vor Ihrem ersten Besuch: Füllen Sie den Anamnesebogen aus. Wir helfen gern: {{ clinic.phone }}. {{ clinic.name }}',
              },
            },
          },
        ],
        no: [],
      },
      {
        id: 'three-days-before',
        do: 'WAIT',
        for: { until: 'before-appointment', span: { days: 3 } },
        ifPast: 'skip',
      },
      {
        id: 'what-to-expect',
        do: 'SEND',
        channel: 'email',
        fallback: ['sms'],
        content: {
          subject: {
            en: 'Your first visit: what to expect',
            de: 'Ihr erster Besuch: was Sie erwartet',
          },
          text: {
            en: 'Your first visit is on {{ appointment.date }} at {{ appointment.time }}. Come 10 minutes early: we talk, have a look, and plan together. {{ clinic.name }}',
            de: 'Ihr erster Besuch ist am {{ appointment.date }} um {{ appointment.time }}. Bitte kommen Sie 10 Minuten früher: Wir sprechen, schauen und planen. {{ clinic.name }}',
          },
        },
      },
    ],
  })),
};
