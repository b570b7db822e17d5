import type { Definition } from './definition.ts';

/** Workflows that a clinic can take as they are, and change afterwards. */
export type WorkflowTemplate = {
  key: string;
  name: { en: string; de: string };
  says: { en: string; de: string };
  definition: Definition;
};

const appointmentReminders: Definition = {
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'appointment',
  reentry: { rule: 'once-per-appointment' },
  exits: [{ when: 'appointment-cancelled' }],
  steps: [
    {
      id: 'two-days-before',
      do: 'WAIT',
      for: { until: 'before-appointment', span: { hours: 48 } },
      ifPast: 'skip',
    },
    {
      id: 'first-sms',
      do: 'SEND',
      channel: 'sms',
      fallback: ['email'],
      content: {
        subject: { en: 'Your appointment', de: 'Ihr Termin' },
        text: {
          en: 'Hello {{ patient.first_name }}, your appointment at {{ clinic.name }} is on {{ appointment.date }} at {{ appointment.time }}. Reply YES to confirm.',
          de: 'Guten Tag {{ patient.full_name }}, Ihr Termin bei {{ clinic.name }} ist am {{ appointment.date }} um {{ appointment.time }}. Antworten Sie JA, um zu bestätigen.',
        },
      },
    },
    {
      id: 'day-before',
      do: 'WAIT',
      for: { until: 'before-appointment', span: { days: 1 }, at: '10:00' },
      ifPast: 'skip',
    },
    {
      id: 'unconfirmed',
      do: 'CONDITION',
      if: { combinator: 'and', rules: [{ field: 'appointment.status', operator: '=', value: 'booked' }] },
      yes: [
        {
          id: 'email',
          do: 'SEND',
          channel: 'email',
          content: {
            subject: { en: 'Your appointment tomorrow', de: 'Ihr Termin morgen' },
            text: {
              en: 'Hello {{ patient.first_name }}, we expect you on {{ appointment.date }} at {{ appointment.time }}.',
              de: 'Guten Tag {{ patient.full_name }}, wir erwarten Sie am {{ appointment.date }} um {{ appointment.time }}.',
            },
          },
        },
      ],
      no: [],
    },
    { id: 'morning-of', do: 'WAIT', for: { until: 'morning-of-appointment', at: '08:00' }, ifPast: 'skip' },
    {
      id: 'morning-sms',
      do: 'SEND',
      channel: 'sms',
      content: {
        text: {
          en: 'See you today at {{ appointment.time }}. {{ clinic.name }}',
          de: 'Bis heute um {{ appointment.time }}. {{ clinic.name }}',
        },
      },
    },
  ],
};

const missedCall: Definition = {
  trigger: {
    events: ['MISSED_CALL'],
    filter: { combinator: 'and', rules: [{ field: 'event.direction', operator: '=', value: 'inbound' }] },
  },
  purpose: 'care',
  reentry: { rule: 'after-days', days: 1 },
  exits: [{ when: 'event', kinds: ['CALL_COMPLETED'] }],
  steps: [
    { id: 'a-moment', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
    {
      id: 'sorry',
      do: 'SEND_SMS',
      content: {
        text: {
          en: 'Sorry that we missed your call. Reply here, or we will call you back. {{ clinic.name }}',
          de: 'Leider haben wir Ihren Anruf verpasst. Antworten Sie hier, oder wir rufen Sie zurück. {{ clinic.name }}',
        },
      },
    },
    {
      id: 'an-answer',
      do: 'WAIT',
      for: { until: 'later', span: { hours: 2 } },
      asSoonAs: {
        combinator: 'or',
        rules: [{ field: 'steps.sorry', operator: 'in', value: ['replied', 'confirmed'] }],
      },
      ifPast: 'go-on',
    },
    {
      id: 'answered',
      do: 'CONDITION',
      if: {
        combinator: 'and',
        rules: [{ field: 'steps.sorry', operator: 'in', value: ['replied', 'confirmed'] }],
      },
      yes: [],
      no: [
        {
          id: 'callback',
          do: 'SCHEDULE_CALLBACK',
          text: 'Missed call, no answer to our message.',
          due: { until: 'business-day', count: 1, at: '09:00' },
        },
      ],
    },
  ],
};

export const workflowTemplates: WorkflowTemplate[] = [
  {
    key: 'appointment-reminders',
    name: { en: 'Appointment reminders', de: 'Terminerinnerungen' },
    says: {
      en: 'SMS 48 hours before, e-mail the day before to who has not confirmed, SMS on the morning.',
      de: 'SMS 48 Stunden vorher, am Vortag E-Mail an alle, die nicht bestätigt haben, SMS am Morgen.',
    },
    definition: appointmentReminders,
  },
  {
    key: 'missed-call',
    name: { en: 'Missed call follow-up', de: 'Nach einem verpassten Anruf' },
    says: {
      en: 'An SMS five minutes after a missed call; a callback on the task list when nobody answers it.',
      de: 'Fünf Minuten nach einem verpassten Anruf eine SMS; ohne Antwort ein Rückruf auf der Aufgabenliste.',
    },
    definition: missedCall,
  },
];
